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
  const rarest = longest(words);
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

/** Which of the texts are a surface form of some entity, whatever their case, accents and punctuation. */
export async function knownForms(database: LibraryDatabase, texts: readonly string[]): Promise<Set<string>> {
  const folded = new Map(texts.map((text) => [text, wordsOf(text)]));
  // An entity with all words of a text has the longest of them, which is the rarest.
  const rarest = [...folded.values()].flatMap((words) => longest(words) ?? []);
  const rows = await database.entities
    .where('words')
    .anyOf([...new Set(rarest)])
    .distinct()
    .toArray();
  const forms = new Set(rows.flatMap((row) => surfaceForms(row).map(({ text }) => wordsOf(text).join(' '))));
  return new Set(texts.filter((text) => forms.has(folded.get(text)?.join(' ') ?? '')));
}

function longest(words: readonly string[]): string | undefined {
  return words.toSorted((a, b) => b.length - a.length)[0];
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
