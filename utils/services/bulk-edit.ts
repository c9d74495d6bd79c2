import { putEntity } from '../db/entities';
import { changePackEntity } from '../db/overlays';
import { CallError } from '../model/call-error';
import { surfaceForms, type Strength } from '../model/entity';
import type { EntityId } from '../model/ids';
import type { Kind } from '../model/kind';
import { BULK_MAX, type BulkDone } from '../model/library-list';
import { BINNED_TABLES, moveToBin, putBackFromBin } from './bin';
import { commit, type Library } from './library';
import { undoableChange, undoChange } from './undo-log';

/** What a bulk edit sets; what is left out stays. */
export interface BulkEdit {
  readonly kind?: Kind;
  /** For every surface form, the headword too. */
  readonly strength?: Strength;
}

/**
 * Changes many entities in one change: the reader's own in place, a pack's by corrections that lie over it.
 *
 * @throws CallError `too-large` past {@link BULK_MAX} entities
 */
export async function editEntities(
  library: Library,
  ids: readonly EntityId[],
  { kind, strength }: BulkEdit,
): Promise<BulkDone> {
  checkSize(ids);
  const { database } = library;
  let count = 0;
  const undoId = await undoableChange(
    library,
    'edit',
    ['packEntities'],
    () => Promise.resolve({ entities: ids, overlays: ids }),
    async () => {
      count = 0;
      for (const row of await database.entities.bulkGet([...ids])) {
        if (row === undefined) continue;
        const changes = {
          kind: kind ?? row.kind,
          aliases:
            strength === undefined ? row.aliases : surfaceForms(row).map((alias) => ({ ...alias, strength })),
        };
        if (row.pack === null) await putEntity(database, { ...row, ...changes });
        else await changePackEntity(database, row.id, changes);
        count += 1;
      }
    },
  );
  return { count, skipped: ids.length - count, undoId };
}

/** How the undo of a deletion is told from that of an edit. */
const BINNED_PREFIX = 'binned:';

/**
 * Moves many entities of the reader's own to the bin, in one change; those of packs stay.
 *
 * @throws CallError `too-large` past {@link BULK_MAX} entities
 */
export async function deleteEntities(library: Library, ids: readonly EntityId[]): Promise<BulkDone> {
  checkSize(ids);
  const { database } = library;
  const undoId = `${BINNED_PREFIX}${library.newId()}`;
  const count = await commit(
    library,
    [...BINNED_TABLES, 'bin'],
    async () => {
      const binIds: string[] = [];
      for (const row of await database.entities.bulkGet([...ids])) {
        if (row === undefined || row.pack !== null) continue;
        binIds.push(await moveToBin(library, row.id));
      }
      await database.bin.put({ id: undoId, deleted: library.now(), title: 'delete', rows: { bin: binIds } });
      return binIds.length;
    },
    { names: true, marks: true },
  );
  return { count, skipped: ids.length - count, undoId };
}

/**
 * Takes back what a bulk edit, a merge, a split or a deletion did.
 *
 * @throws CallError `not-found` when it was taken back already, or lies too far back
 */
export async function undoBulk(library: Library, undoId: string): Promise<void> {
  if (!undoId.startsWith(BINNED_PREFIX)) return undoChange(library, undoId);
  const { database } = library;
  await commit(
    library,
    [...BINNED_TABLES, 'bin'],
    async () => {
      const undo = await database.bin.get(undoId);
      if (undo === undefined) throw new CallError('not-found', 'the change was taken back already');
      for (const binId of (undo.rows.bin ?? []) as readonly string[]) {
        // What was put back from the list of the bin meanwhile is back already.
        if ((await database.bin.get(binId)) !== undefined) await putBackFromBin(library, binId);
      }
      await database.bin.delete(undoId);
    },
    { names: true, marks: true },
  );
}

function checkSize(ids: readonly EntityId[]): void {
  if (ids.length > BULK_MAX) throw new CallError('too-large', `more than ${BULK_MAX} names at once`);
}
