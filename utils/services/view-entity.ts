import { draftOf, entitiesWithNotes, notesOf } from '../db/notes';
import { factsOf } from '../db/facts';
import { entitiesByPrefix } from '../db/entities';
import type { EntityRow as StoredEntity } from '../db/database';
import type { EntityRow, EntityView } from '../messaging/protocol';
import type { Entity } from '../model/entity';
import { factLines } from '../model/fact';
import type { EntityId, PackId } from '../model/ids';
import { today, type Library } from './library';
import { relatedToEntity } from './relate-articles';

/** Rows in an answer to a search. */
const SEARCH_ROWS_MAX = 50;

/**
 * Everything about one entity, or null when it is gone.
 *
 * @param day the article's day, so that facts show as of then; null for today only
 */
export async function viewEntity(
  library: Library,
  entityId: EntityId,
  day: string | null,
): Promise<EntityView | null> {
  const { database } = library;
  const stored = await database.entities.get(entityId);
  if (stored === undefined) return null;
  const entity = withoutStorage(stored);
  const packName = await packNameOf(library, entity.pack);
  const facts = await factsOf(database, entityId);
  return {
    entity,
    packName,
    facts: factLines(facts, day, today(library)),
    notes: await notesOf(database, entityId),
    draft: await draftOf(database, entityId),
    related: await relatedToEntity(library, entity, packName, null),
  };
}

/** Entities whose names match what was typed: exact names first, then names that begin so, then the rest. */
export async function searchEntities(library: Library, query: string): Promise<EntityRow[]> {
  const found = await entitiesByPrefix(library.database, query, SEARCH_ROWS_MAX);
  const typed = query.trim().toLowerCase();
  const rank = ({ name, aliases }: StoredEntity): number => {
    const forms = [name, ...aliases.map((alias) => alias.text)].map((form) => form.toLowerCase());
    if (forms.includes(typed)) return 0;
    if (name.toLowerCase().startsWith(typed)) return 1;
    return forms.some((form) => form.startsWith(typed)) ? 2 : 3;
  };
  const ranked = found.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return toRows(library, ranked);
}

/** Entities as rows of a list, in the order given. */
export async function toRows(library: Library, entities: readonly StoredEntity[]): Promise<EntityRow[]> {
  const noted = await entitiesWithNotes(
    library.database,
    entities.map((entity) => entity.id),
  );
  return entities.map(({ id, name, kind, summary }) => ({
    entityId: id,
    name,
    kind,
    summary,
    hasNote: noted.has(id),
  }));
}

/** A pack's name for its badge; null for the reader's own entities. */
export async function packNameOf(library: Library, pack: PackId | null): Promise<string | null> {
  if (pack === null) return null;
  return (await library.database.packs.get(pack))?.name ?? pack;
}

function withoutStorage({ key: _key, words: _words, ...entity }: StoredEntity): Entity {
  return entity;
}
