import type { Entity } from '../model/entity';
import type { EntityId, PackId } from '../model/ids';
import { trimmedOverlay, withOverlay } from '../model/overlay';
import { reserveKeys, type EntityRow, type FactRow, type LibraryDatabase, type OverlayRow } from './database';
import { searchWords } from './entities';
import { OVERLAY_TABLES } from './overlays';

/** Tables that a change must include to call what is here. */
export const PACK_TABLES = [...OVERLAY_TABLES, 'facts', 'notes', 'drafts', 'packs', 'packStates'] as const;

/** Rows written before others get a turn; a batch takes some milliseconds. */
const BATCH_ROWS = 500;

/** A pack's entity ready to be written: finding its words takes longer than writing it. */
export interface PackEntityDraft {
  readonly entity: Entity;
  readonly words: readonly string[];
  readonly facts: readonly FactRow[];
}

export function draftOf(entity: Entity, facts: readonly FactRow[]): PackEntityDraft {
  return { entity, words: searchWords(entity), facts };
}

/**
 * Writes entities of a pack with their facts: known ones keep their keys, and what the reader laid over them stays on top.
 * Only inside a change.
 *
 * @param onBatch told how many are done; what it throws ends the change, and nothing is written
 */
export async function putPackEntities(
  database: LibraryDatabase,
  pack: PackId,
  drafts: readonly PackEntityDraft[],
  onBatch: (done: number) => void = () => {},
): Promise<void> {
  const overlays = await overlaysOf(database, pack);
  const isNew = (await database.entities.where('pack').equals(pack).count()) === 0;
  let key = await reserveKeys(database, drafts.length);
  for (let start = 0; start < drafts.length; start += BATCH_ROWS) {
    const batch = drafts.slice(start, start + BATCH_ROWS);
    const ids = batch.map(({ entity }) => entity.id);
    const known = isNew ? [] : await database.entities.bulkGet(ids);
    await database.entities.bulkPut(
      batch.map(({ entity, words }, index): EntityRow => {
        key += 1;
        const overlay = overlays.get(entity.id);
        const shown = withOverlay(entity, overlay);
        return {
          ...shown,
          key: known[index]?.key ?? key,
          words: overlay === undefined ? words : searchWords(shown),
        };
      }),
    );
    if (!isNew) await deletePackFacts(database, pack, ids);
    await database.facts.bulkPut(batch.flatMap(({ facts }) => facts));
    // Only those: hundreds of awaits in a row without a request let go of the transaction.
    for (const { entity } of batch) {
      const overlay = overlays.get(entity.id);
      if (overlay !== undefined) await keepBase(database, pack, entity, overlay);
    }
    onBatch(start + batch.length);
  }
}

/**
 * Takes entities of a pack away, but for those that carry notes, drafts or facts of the reader's own. Overlays stay, for
 * the day when the pack comes back. Only inside a change.
 *
 * @returns how many were kept
 */
export async function dropPackEntities(
  database: LibraryDatabase,
  pack: PackId,
  all: readonly EntityId[],
  onBatch: (done: number) => void = () => {},
): Promise<number> {
  let keptCount = 0;
  for (let start = 0; start < all.length; start += BATCH_ROWS) {
    const batch = all.slice(start, start + BATCH_ROWS);
    const kept = await ownedOf(database, batch);
    const ids = batch.filter((id) => !kept.has(id));
    keptCount += batch.length - ids.length;
    await deletePackFacts(database, pack, ids);
    await database.packEntities.bulkDelete(ids);
    await database.entities.bulkDelete(ids);
    onBatch(start + batch.length);
  }
  return keptCount;
}

/** Ids of the entities of a pack that are in the library now. */
export async function packEntityIds(database: LibraryDatabase, pack: PackId): Promise<EntityId[]> {
  return database.entities.where('pack').equals(pack).primaryKeys();
}

/** Of these entities, those that carry something of the reader's own. */
async function ownedOf(database: LibraryDatabase, ids: readonly EntityId[]): Promise<Set<EntityId>> {
  const any = [...ids];
  const notes = await database.notes.where('entityId').anyOf(any).toArray();
  const facts = await database.facts
    .where('entityId')
    .anyOf(any)
    .filter(({ pack }) => pack === null)
    .toArray();
  const drafts = (await database.drafts.bulkGet(any)).filter((draft) => draft !== undefined);
  return new Set([...notes, ...facts, ...drafts].map(({ entityId }) => entityId));
}

async function overlaysOf(database: LibraryDatabase, pack: PackId): Promise<Map<EntityId, OverlayRow>> {
  const rows = await database.overlays.where('entityId').startsWith(`${pack}/`).toArray();
  return new Map(rows.map((row) => [row.entityId, row]));
}

/** The pack's own text under an overlay, and the overlay without what the pack says itself by now. */
async function keepBase(
  database: LibraryDatabase,
  pack: PackId,
  entity: Entity,
  overlay: OverlayRow,
): Promise<void> {
  const left = trimmedOverlay(entity, overlay);
  if (left === null) {
    await database.overlays.delete(entity.id);
    await database.packEntities.delete(entity.id);
    return;
  }
  await database.overlays.put(left);
  await database.packEntities.put({ id: entity.id, pack, entity });
}

async function deletePackFacts(
  database: LibraryDatabase,
  pack: PackId,
  ids: readonly EntityId[],
): Promise<void> {
  await database.facts
    .where('entityId')
    .anyOf([...ids])
    .filter((fact) => fact.pack === pack)
    .delete();
}
