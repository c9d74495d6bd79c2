import { surfaceForms, type Alias, type Entity } from '../model/entity';
import type { EntityId, PackId } from '../model/ids';
import { reserveKeys, type EntityRow, type LibraryDatabase } from './database';

/** Adds or replaces an entity, keeping its key. Only inside a change. */
export async function putEntity(database: LibraryDatabase, entity: Entity): Promise<EntityRow> {
  const known = await database.entities.get(entity.id);
  const row: EntityRow = {
    ...entity,
    key: known?.key ?? (await reserveKeys(database, 1)) + 1,
    words: searchWords(entity),
  };
  await database.entities.put(row);
  return row;
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

/**
 * Makes a pack's entities exactly these: known ones keep their keys, those that are not listed go. Only inside a change.
 */
export async function replacePackEntities(
  database: LibraryDatabase,
  pack: PackId,
  entities: readonly Entity[],
): Promise<void> {
  const known = new Map(
    (await database.entities.where('pack').equals(pack).toArray()).map((row) => [row.id, row.key]),
  );
  let key = await reserveKeys(database, entities.length);
  const overlays = new Map(
    (await database.overlays.bulkGet(entities.map(({ id }) => id)))
      .filter((overlay) => overlay !== undefined)
      .map((overlay) => [overlay.entityId, overlay.aliases]),
  );
  const rows = entities.map((given): EntityRow => {
    key += 1;
    const entity = { ...given, aliases: mergeAliases(given.aliases, overlays.get(given.id) ?? []) };
    return { ...entity, key: known.get(entity.id) ?? key, words: searchWords(entity) };
  });
  for (const { id } of rows) known.delete(id);
  await database.entities.bulkDelete([...known.keys()]);
  await database.entities.bulkPut(rows);
}

/**
 * Gives an entity one more alias. For an entity of a pack it is kept apart too, so that the pack's next release does not
 * take it away. Only inside a change that includes `entities` and `overlays`.
 *
 * @returns false when the entity is gone
 */
export async function addAlias(database: LibraryDatabase, id: EntityId, alias: Alias): Promise<boolean> {
  const row = await database.entities.get(id);
  if (row === undefined) return false;
  await putEntity(database, { ...row, aliases: mergeAliases(row.aliases, [alias]) });
  if (row.pack === null) return true;
  const overlay = await database.overlays.get(id);
  await database.overlays.put({ entityId: id, aliases: mergeAliases(overlay?.aliases ?? [], [alias]) });
  return true;
}

/** The reader's rules for a text win over a pack's. */
function mergeAliases(given: readonly Alias[], own: readonly Alias[]): Alias[] {
  const texts = new Set(own.map(({ text }) => text));
  return [...given.filter(({ text }) => !texts.has(text)), ...own];
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

function searchWords(entity: Entity): string[] {
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
