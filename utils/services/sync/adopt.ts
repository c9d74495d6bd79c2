import type { OpDraft } from '../../crdt/op';
import type { LibraryDatabase } from '../../db/database';
import { appendOps, type SyncSession } from '../../db/documents/journal';
import { type AnyRow, docIdOf, MAPPINGS } from '../../db/documents/mapping';
import { compared } from '../../db/documents/record';

/** Rows in one transaction. */
const ROWS_AT_ONCE = 250;

/** How far the library was taken in. */
interface AdoptState {
  /** Place in {@link MAPPINGS}, and the last key that was read of its table. */
  readonly table: number;
  readonly after: unknown;
  readonly done: number;
  readonly total: number;
}

/** Begins to take the library in; goes on in {@link adoptSome}. Begins anew when it was under way. */
export async function beginAdoption(database: LibraryDatabase): Promise<void> {
  let total = 0;
  for (const { table } of MAPPINGS) total += await database.table(table).count();
  const value: AdoptState = { table: 0, after: null, done: 0, total };
  await database.sync.put({ name: 'adopt', value });
}

/** How far it is, or null when there is nothing to take in. */
export async function adoptionOf(
  database: LibraryDatabase,
): Promise<{ readonly done: number; readonly total: number } | null> {
  return ((await database.sync.get('adopt'))?.value as AdoptState | undefined) ?? null;
}

/**
 * Says the next rows of a library that existed before it joined the vault: one transaction, so that a kill costs nothing.
 * Rows that were said already, by this profile or another, say nothing more.
 *
 * What is said here has the oldest of stamps, before any edit that was made in a vault: whoever joins with an old copy of
 * a library does not undo what others have done since. Notes carry the time of their last change, since there it is known.
 *
 * @returns whether there is more
 */
export async function adoptSome(database: LibraryDatabase, session: SyncSession): Promise<boolean> {
  const tables = MAPPINGS.map(({ table }) => table);
  return database.transaction('rw', [...tables, 'docs', 'ops', 'sync'], async () => {
    const state = (await database.sync.get('adopt'))?.value as AdoptState | undefined;
    if (state === undefined) return false;
    const mapping = MAPPINGS[state.table];
    if (mapping === undefined) {
      await database.sync.delete('adopt');
      return false;
    }
    const table = database.table<AnyRow, unknown>(mapping.table);
    const from = state.after === null ? table.orderBy(':id') : table.where(':id').above(state.after);
    const rows = await from.limit(ROWS_AT_ONCE).toArray();
    const keys = rows.map((row) =>
      mapping.key.length === 1 ? row[mapping.key[0] ?? ''] : mapping.key.map((member) => row[member]),
    );
    const drafts = await compared(database, mapping, keys, rows);
    const times = new Map(rows.map((row, index) => [docIdOf(mapping, keys[index]), timeOf(row)]));
    const latest = session.now();
    const msOf = ({ doc }: OpDraft): number => Math.min(times.get(doc) ?? 0, latest);
    if (drafts.length > 0) await appendOps(database, session, drafts, msOf);
    const isLast = rows.length < ROWS_AT_ONCE;
    const next: AdoptState = {
      ...state,
      table: isLast ? state.table + 1 : state.table,
      after: isLast ? null : keys.at(-1),
      done: state.done + rows.length,
    };
    await database.sync.put({ name: 'adopt', value: next });
    return true;
  });
}

/** When the row was changed last, where rows say so; 0 where they do not. */
function timeOf(row: AnyRow): number {
  const { updated } = row;
  return typeof updated === 'number' ? updated : 0;
}
