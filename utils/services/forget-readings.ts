import { deleteReadings } from '../db/readings';
import type { ArticleId } from '../model/ids';
import type { ReadingIndexSettings } from '../model/reading';
import type { Unknown, UnknownSighting } from '../model/unknown';
import { commit, type Library } from './library';
import { articleIdOf } from './save-article';

const DAY_MS = 86_400_000;

/** What is kept of what was read. */
export interface ReadingCounts {
  readonly articles: number;
  /** When the oldest of them was last read, in milliseconds since 1970; null without any. */
  readonly oldest: number | null;
  /** Articles of which the inbox of unknown operations keeps a sentence and the address. */
  readonly inboxSources: number;
}

export async function countReadings(library: Library): Promise<ReadingCounts> {
  const { readings, unknowns } = library.database;
  const inbox = new Set<string>();
  await unknowns.each(({ sightings }) => {
    for (const { url } of sightings) inbox.add(url);
  });
  return {
    articles: await readings.count(),
    oldest: (await readings.orderBy('read').first())?.read ?? null,
    inboxSources: inbox.size,
  };
}

/** Forgets that one article was read, its sentences in the inbox too. Answers the ids that are gone. */
export async function forgetArticle(library: Library, id: ArticleId): Promise<ArticleId[]> {
  const url =
    (await library.database.readings.get(id))?.url ?? (await library.database.articles.get(id))?.url ?? null;
  await forget(library, [id], (sighting) => sighting.url === url);
  return [id];
}

/** Forgets every article of a page's address, known by it. Answers the ids that are gone. */
export async function forgetAddress(library: Library, url: string): Promise<ArticleId[]> {
  const id = await articleIdOf(library, url);
  await forget(library, [id], (sighting) => sighting.url === url);
  return [id];
}

/**
 * Forgets every article of a site and of what lies under it. Answers the ids that are gone.
 *
 * @param siteOf the host of an address without `www.`
 */
export async function forgetSite(
  library: Library,
  site: string,
  siteOf: (url: string) => string | null,
): Promise<ArticleId[]> {
  const isOf = (url: string): boolean => {
    const host = siteOf(url);
    return host === site || host?.endsWith(`.${site}`) === true;
  };
  const ids = await library.database.readings.filter(({ url }) => isOf(url)).primaryKeys();
  await forget(library, ids, ({ url }) => isOf(url));
  return ids;
}

/** Forgets everything that was read. There is no undo. Answers the ids that are gone. */
export async function forgetAll(library: Library): Promise<ArticleId[]> {
  const { database } = library;
  const ids = await database.readings.toCollection().primaryKeys();
  await commit(
    library,
    ['readings', 'readingSightings', 'unknowns'],
    async () => {
      await database.readings.clear();
      await database.readingSightings.clear();
      await dropSources(library, () => true);
    },
    { reading: true },
  );
  return ids;
}

/** Forgets the inbox's sentences and addresses, and keeps its names and counts. */
export async function forgetInboxSources(library: Library): Promise<void> {
  await commit(library, ['unknowns'], () => dropSources(library, () => true), { reading: true });
}

/**
 * Forgets articles that were last read longer ago than the reader wants them kept. The inbox's sentences go by the same
 * clock, but only while the index is on: those that an earlier version kept without asking wait for the reader's word.
 *
 * @returns how many articles are gone
 */
export async function pruneReadings(
  library: Library,
  { on, keepDays }: ReadingIndexSettings,
): Promise<number> {
  if (keepDays === null) return 0;
  const { database } = library;
  const edge = library.now() - keepDays * DAY_MS;
  const ids = await database.readings.where('read').below(edge).primaryKeys();
  const isOld = ({ met }: UnknownSighting): boolean => on && met < edge;
  const hasOldSource = on && (await database.unknowns.filter((row) => row.sightings.some(isOld)).count()) > 0;
  if (ids.length === 0 && !hasOldSource) return 0;
  await forget(library, ids, isOld);
  return ids.length;
}

async function forget(
  library: Library,
  ids: readonly ArticleId[],
  isSource: (sighting: UnknownSighting) => boolean,
): Promise<void> {
  await commit(
    library,
    ['readings', 'readingSightings', 'unknowns'],
    async () => {
      await deleteReadings(library.database, ids);
      await dropSources(library, isSource);
    },
    { reading: true },
  );
}

/** Names stay with their counts: they say nothing of where or when. Only inside a change. */
async function dropSources(
  library: Library,
  isSource: (sighting: UnknownSighting) => boolean,
): Promise<void> {
  await library.database.unknowns
    .filter(({ sightings }) => sightings.some(isSource))
    .modify((row: { -readonly [Key in keyof Unknown]: Unknown[Key] }) => {
      row.sightings = row.sightings.filter((sighting) => !isSource(sighting));
    });
}
