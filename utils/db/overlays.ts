import type { Alias, Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { mergeAliases, overlayFor, trimmedOverlay, withOverlay, type OverlayField } from '../model/overlay';
import type { EntityRow, LibraryDatabase, OverlayRow } from './database';
import { putEntity } from './entities';

/** Tables that a change must include to call what is here. */
export const OVERLAY_TABLES = ['entities', 'overlays', 'packEntities'] as const;

/** An entity of a pack as the pack has it, without what the reader made of it; null when it is not here. */
export async function packBase(database: LibraryDatabase, id: EntityId): Promise<Entity | null> {
  const base = await database.packEntities.get(id);
  if (base !== undefined) return base.entity;
  const row = await database.entities.get(id);
  return row === undefined || row.pack === null ? null : withoutStorage(row);
}

/**
 * Lays an overlay over its entity, or (null) takes the reader's away. It is kept also for an entity that is not here, and
 * waits for its pack. Only inside a change.
 */
export async function putOverlay(
  database: LibraryDatabase,
  id: EntityId,
  overlay: OverlayRow | null,
): Promise<void> {
  const theirs = await packBase(database, id);
  const left = theirs === null || overlay === null ? overlay : trimmedOverlay(theirs, overlay);
  if (left === null) await database.overlays.delete(id);
  else await database.overlays.put(left);
  if (theirs !== null && theirs.pack !== null) await showEntity(database, theirs, left);
}

/**
 * Makes the entity in the library what an overlay that was written by itself says, for instance by sync. Safe to call for
 * any id, and again. Only inside a change.
 */
export async function followOverlay(database: LibraryDatabase, id: EntityId): Promise<void> {
  const theirs = await packBase(database, id);
  if (theirs !== null) await showEntity(database, theirs, (await database.overlays.get(id)) ?? null);
}

/**
 * Changes an entity of a pack in the fields given; the rest stays as the reader has it. `aliases` is the whole list.
 * Only inside a change.
 *
 * @returns false when the entity is not here, or is the reader's own
 */
export async function changePackEntity(
  database: LibraryDatabase,
  id: EntityId,
  changes: Partial<Pick<Entity, OverlayField | 'aliases'>>,
): Promise<boolean> {
  const theirs = await packBase(database, id);
  const row = await database.entities.get(id);
  if (theirs === null || row === undefined) return false;
  const before = await database.overlays.get(id);
  const { name, summary, kind, aliases } = { ...row, ...changes };
  await putOverlay(database, id, overlayFor(theirs, { name, summary, kind, aliases }, before));
  return true;
}

/**
 * Gives an entity one more alias, or an alias that it has other rules. For an entity of a pack it is kept apart, so that the
 * pack's next release does not take it away. Only inside a change that includes {@link OVERLAY_TABLES}.
 *
 * @returns false when the entity is gone
 */
export async function addAlias(database: LibraryDatabase, id: EntityId, alias: Alias): Promise<boolean> {
  const row = await database.entities.get(id);
  if (row === undefined) return false;
  if (row.pack === null) {
    await putEntity(database, { ...row, aliases: mergeAliases(row.aliases, [alias]) });
    return true;
  }
  const overlay = await database.overlays.get(id);
  const aliases = mergeAliases(overlay?.aliases ?? [], [alias]);
  await putOverlay(database, id, { ...overlay, entityId: id, aliases });
  return true;
}

async function showEntity(
  database: LibraryDatabase,
  theirs: Entity,
  overlay: OverlayRow | null,
): Promise<void> {
  await putEntity(database, withOverlay(theirs, overlay ?? undefined));
  if (overlay === null) await database.packEntities.delete(theirs.id);
  else if (theirs.pack !== null)
    await database.packEntities.put({ id: theirs.id, pack: theirs.pack, entity: theirs });
}

function withoutStorage({ key: _key, words: _words, ...entity }: EntityRow): Entity {
  return entity;
}
