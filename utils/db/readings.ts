import { Dexie } from 'dexie';
import type { Article, Sighting } from '../model/article';
import type { ArticleId, EntityId } from '../model/ids';
import type { LibraryDatabase, ReadingRow, ReadingSightingRow } from './database';

/** A name in one article that was read, saved, or both. */
export interface MetRow {
  readonly article: Pick<Article, 'id' | 'url' | 'title' | 'site' | 'published'>;
  /** Last read, or else saved, in milliseconds since 1970. */
  readonly met: number;
  readonly count: number;
  readonly sentences: readonly string[];
  /** Empty for articles that were saved and not read since. */
  readonly surfaces: ReadingSightingRow['surfaces'];
}

/** Replaces what is kept of one article that was read. Only inside a change. */
export async function putReading(
  database: LibraryDatabase,
  reading: ReadingRow,
  sightings: readonly ReadingSightingRow[],
): Promise<void> {
  await database.readingSightings.where('articleId').equals(reading.id).delete();
  await database.readings.put(reading);
  await database.readingSightings.bulkPut([...sightings]);
}

/** Forgets that articles were read. What was saved stays. Only inside a change. */
export async function deleteReadings(database: LibraryDatabase, ids: readonly ArticleId[]): Promise<void> {
  await database.readings.bulkDelete([...ids]);
  await database.readingSightings
    .where('articleId')
    .anyOf([...ids])
    .delete();
}

/**
 * Articles in which an entity was met, the latest met first.
 *
 * @param max most articles that were read; those that were saved come on top
 */
export async function metRows(database: LibraryDatabase, id: EntityId, max: number): Promise<MetRow[]> {
  const newestFirst = database.readingSightings
    .where('[entityId+read]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey]);
  // Dexie's own `reverse`, of a query and not of an array.
  // oxlint-disable-next-line unicorn/no-array-reverse
  const read = await newestFirst.reverse().limit(max).toArray();
  const saved = await database.sightings.where('entityId').equals(id).toArray();
  const readings = byId(await database.readings.bulkGet(read.map(({ articleId }) => articleId)));
  const articles = byId(await database.articles.bulkGet(saved.map(({ articleId }) => articleId)));
  const rows = new Map<ArticleId, MetRow>();
  for (const { articleId, count, sentence } of saved) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    rows.set(articleId, { article, met: article.saved, count, sentences: sentences(sentence), surfaces: [] });
  }
  for (const { articleId, count, sentences: kept, surfaces } of read) {
    const article = readings.get(articleId);
    if (article === undefined) continue;
    rows.set(articleId, { article, met: article.read, count, sentences: kept, surfaces });
  }
  return [...rows.values()].toSorted((a, b) => b.met - a.met);
}

/** In how many articles each entity occurs, read or saved, whichever are more. */
export async function articleCounts(
  database: LibraryDatabase,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, number>> {
  const counts = await Promise.all(
    ids.map(async (id) => {
      const read = await database.readingSightings.where('entityId').equals(id).count();
      const saved = await database.sightings.where('entityId').equals(id).count();
      return [id, Math.max(read, saved)] as const;
    }),
  );
  return new Map(counts);
}

/** Articles that were read or saved, whichever are more. */
export async function articleTotal(database: LibraryDatabase): Promise<number> {
  return Math.max(await database.readings.count(), await database.articles.count());
}

/** Which of the entities occur in which articles, read or saved. Reads keys only. */
export async function articlesWith(
  database: LibraryDatabase,
  ids: readonly EntityId[],
): Promise<Map<ArticleId, Set<EntityId>>> {
  const wanted = [...ids];
  const read = await database.readingSightings.where('entityId').anyOf(wanted).primaryKeys();
  const saved = await database.sightings.where('entityId').anyOf(wanted).primaryKeys();
  return groupKeys([...read, ...saved]);
}

/** Every entity in each of the articles. Reads keys only. */
export async function entitiesIn(
  database: LibraryDatabase,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, Set<EntityId>>> {
  const wanted = [...ids];
  const read = await database.readingSightings.where('articleId').anyOf(wanted).primaryKeys();
  const saved = await database.sightings.where('articleId').anyOf(wanted).primaryKeys();
  return groupKeys([...read, ...saved]);
}

/** An article that was read or saved; null when neither. */
export async function metArticle(
  database: LibraryDatabase,
  id: ArticleId,
): Promise<{
  readonly article: Omit<Article, 'saved'>;
  readonly read: number | null;
  readonly saved: number | null;
} | null> {
  const reading = await database.readings.get(id);
  const saved = await database.articles.get(id);
  const article = reading ?? saved;
  if (article === undefined) return null;
  const { url, title, site, published } = article;
  return {
    article: { id, url, title, site, published },
    read: reading?.read ?? null,
    saved: saved?.saved ?? null,
  };
}

/** Entities in one article, read or saved, with mentions and the sentence of the first. */
export async function sightingsIn(
  database: LibraryDatabase,
  id: ArticleId,
): Promise<Pick<Sighting, 'entityId' | 'count' | 'sentence'>[]> {
  const rows = new Map<EntityId, Pick<Sighting, 'entityId' | 'count' | 'sentence'>>();
  for (const row of await database.sightings.where('articleId').equals(id).toArray())
    rows.set(row.entityId, row);
  for (const { entityId, count, sentences: kept } of await database.readingSightings
    .where('articleId')
    .equals(id)
    .toArray()) {
    rows.set(entityId, { entityId, count, sentence: kept[0] ?? '' });
  }
  return [...rows.values()];
}

function groupKeys(keys: readonly (readonly [ArticleId, EntityId])[]): Map<ArticleId, Set<EntityId>> {
  const groups = new Map<ArticleId, Set<EntityId>>();
  for (const [articleId, entityId] of keys) {
    const group = groups.get(articleId);
    if (group === undefined) groups.set(articleId, new Set([entityId]));
    else group.add(entityId);
  }
  return groups;
}

function byId<Row extends { readonly id: ArticleId }>(
  rows: readonly (Row | undefined)[],
): Map<ArticleId, Row> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

function sentences(sentence: string): string[] {
  return sentence === '' ? [] : [sentence];
}
