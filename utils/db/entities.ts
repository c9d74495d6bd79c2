import { surfaceForms, type Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { reserveKeys, type EntityRow, type LibraryDatabase } from './database';

/** Adds or replaces an entity, keeping its key. Only inside a change. */
export async function putEntity(database: LibraryDatabase, entity: Entity): Promise<EntityRow> {
  const known = await database.entities.get(entity.id);
  const row = entityRowOf(entity, known?.key ?? (await reserveKeys(database, 1)) + 1);
  await database.entities.put(row);
  return row;
}

/** An entity as it is stored under its key. */
export function entityRowOf(entity: Entity, key: number): EntityRow {
  return { ...entity, key, words: searchWords(entity) };
}

/** Entities by id, in the order asked, without those that are gone. */
export async function entitiesById(
  database: LibraryDatabase,
  ids: readonly EntityId[],
): Promise<EntityRow[]> {
  return (await database.entities.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** Entities by key, in no particular order. */
export async function entitiesByKey(
  database: LibraryDatabase,
  keys: readonly number[],
): Promise<EntityRow[]> {
  return database.entities
    .where('key')
    .anyOf([...keys])
    .toArray();
}

/** Entities of which every word typed begins a word of some surface form; at most `limit` × 4 rows are looked at. */
export async function entitiesByPrefix(
  database: LibraryDatabase,
  query: string,
  limit: number,
): Promise<EntityRow[]> {
  const words = wordsOf(query);
  // The longest word is the rarest.
  const rarest = [...words].toSorted((a, b) => b.length - a.length)[0];
  if (rarest === undefined) return [];
  const rows = await database.entities
    .where('words')
    .startsWith(rarest)
    .distinct()
    .limit(limit * 4)
    .toArray();
  return rows
    .filter((row) => words.every((word) => row.words.some((candidate) => candidate.startsWith(word))))
    .slice(0, limit);
}

/** Folded words of all surface forms: what {@link EntityRow} is found by. */
export function searchWords(entity: Entity): string[] {
  return [...new Set(surfaceForms(entity).flatMap((alias) => wordsOf(alias.text)))];
}

/** Words for search: lower case, without accents and apostrophes. Cruder than the matcher's folding, and stored. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\p{M}'’ʼ]/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
