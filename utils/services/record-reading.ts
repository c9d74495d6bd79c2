import type { ReadingSightingRow } from '../db/database';
import { entitiesByKey } from '../db/entities';
import { putReading } from '../db/readings';
import type { ArticleId } from '../model/ids';
import type { Mention } from '../model/mention';
import type { PageInfo } from '../model/page';
import type { DocumentState } from './documents';
import { commit, type Library } from './library';
import { articleIdOf } from './save-article';
import { sentencesOf } from './sentences';

/** An article that is read again within this time, with the same in it, was never put down. */
const SAME_READING_MS = 10 * 60_000;

/**
 * Keeps that an article was read: its title, publisher, day and address, and each known name in it with its sentences and
 * spellings. One transaction; nothing is written for an article without known names, or when all of it was just kept.
 *
 * @returns whether anything was written
 */
export async function recordReading(
  library: Library,
  page: PageInfo,
  state: Pick<DocumentState, 'mentions' | 'blocks'>,
): Promise<boolean> {
  const { database } = library;
  const byKey = Map.groupBy(
    state.mentions.filter(({ key }) => key !== null),
    ({ key }) => key ?? 0,
  );
  if (byKey.size === 0) return false;
  const id = await articleIdOf(library, page.url);
  const read = library.now();
  const entities = await entitiesByKey(database, [...byKey.keys()]);
  const sightings = entities.map((entity) =>
    sightingOf(id, page, read, entity.id, byKey.get(entity.key) ?? [], state),
  );
  if (sightings.length === 0) return false;
  const before = await database.readings.get(id);
  if (before !== undefined && read - before.read < SAME_READING_MS) {
    const known = await database.readingSightings.where('articleId').equals(id).toArray();
    if (sameSightings(known, sightings)) return false;
  }
  const reading = {
    id,
    url: page.url,
    title: page.title === '' ? page.url : page.title,
    site: page.site,
    published: page.published,
    read,
  };
  await commit(library, ['readings', 'readingSightings'], () => putReading(database, reading, sightings), {
    reading: true,
  });
  return true;
}

function sightingOf(
  articleId: ArticleId,
  page: PageInfo,
  read: number,
  entityId: ReadingSightingRow['entityId'],
  mentions: readonly Mention[],
  { blocks }: Pick<DocumentState, 'blocks'>,
): ReadingSightingRow {
  const surfaces = new Map<string, number>();
  for (const { surface } of mentions) {
    const text = surface.replace(/\s+/gu, ' ');
    surfaces.set(text, (surfaces.get(text) ?? 0) + 1);
  }
  return {
    articleId,
    entityId,
    site: page.site,
    read,
    count: mentions.length,
    sentences: sentencesOf(mentions, blocks),
    surfaces: [...surfaces],
  };
}

function sameSightings(some: readonly ReadingSightingRow[], others: readonly ReadingSightingRow[]): boolean {
  return told(some) === told(others);
}

/** Everything that is kept of the sightings but when they were read, as one text. */
function told(rows: readonly ReadingSightingRow[]): string {
  const inOrder = rows.toSorted((a, b) => a.entityId.localeCompare(b.entityId));
  return JSON.stringify(
    inOrder.map(({ entityId, count, sentences, surfaces }) => [entityId, count, sentences, surfaces]),
  );
}
