import type { BinRow, LibraryDatabase, LibraryTable } from '../db/database';
import { CallError } from '../model/call-error';
import { commit, type Library } from './library';

/** Tables that a change with an undo may write. */
export const UNDOABLE_TABLES = [
  'entities',
  'overlays',
  'notes',
  'facts',
  'drafts',
  'sightings',
  'decisions',
  'readingSightings',
] as const;
export type UndoableTable = (typeof UNDOABLE_TABLES)[number];

/** Rows by table: what a change is going to write, also what it is going to add. */
export type Keys = Partial<Record<UndoableTable, readonly unknown[]>>;

/** One row before and after; null where there was or is none. */
interface UndoStep {
  readonly table: UndoableTable;
  readonly key: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

interface UndoRow extends BinRow {
  readonly steps: readonly UndoStep[];
}

/** What undo records are called in the bin, whose list does not show them: the change they undo deleted nothing. */
const PREFIX = 'undo:';

/**
 * One durable change that can be taken back, also after the worker was restarted: what the rows were before lies in the
 * bin's table, and goes with it after 30 days.
 *
 * @param extra tables that are read or written without being undone
 * @param keys answers, inside the change, what `body` is going to write
 * @returns what {@link undoChange} takes
 */
export async function undoableChange(
  library: Library,
  title: string,
  extra: readonly Exclude<LibraryTable, 'meta' | 'bin' | UndoableTable>[],
  keys: () => Promise<Keys>,
  body: () => Promise<void>,
): Promise<string> {
  const { database } = library;
  const id = `${PREFIX}${library.newId()}`;
  await commit(
    library,
    [...UNDOABLE_TABLES, ...extra, 'bin'],
    async () => {
      const written = await keys();
      const before = await read(database, written);
      await body();
      const after = await read(database, written);
      const steps = before.flatMap(({ table, key, row }, at): UndoStep[] => {
        const now = after[at]?.row ?? null;
        return isSame(row, now) ? [] : [{ table, key, before: row, after: now }];
      });
      const undo: UndoRow = { id, deleted: library.now(), title, rows: {}, steps };
      await database.bin.put(undo);
    },
    { names: true, marks: true },
  );
  return id;
}

/**
 * Takes a change back. A row that was written again since keeps what it says now: the later word wins.
 *
 * @throws CallError `not-found` when it was taken back already, or lies too far back
 */
export async function undoChange(library: Library, undoId: string): Promise<void> {
  const { database } = library;
  if (!undoId.startsWith(PREFIX)) throw new CallError('not-found', 'no such change');
  await commit(
    library,
    [...UNDOABLE_TABLES, 'bin'],
    async () => {
      const undo = (await database.bin.get(undoId)) as UndoRow | undefined;
      if (undo === undefined) throw new CallError('not-found', 'the change was taken back already');
      for (const { table, key, before, after } of undo.steps) {
        const rows = database.table<unknown, unknown>(table);
        const now = (await rows.get(key)) ?? null;
        if (!isSame(now, after)) continue;
        if (before === null) await rows.delete(key);
        else await rows.put(before);
      }
      await database.bin.delete(undoId);
    },
    { names: true, marks: true },
  );
}

async function read(
  database: LibraryDatabase,
  keys: Keys,
): Promise<{ readonly table: UndoableTable; readonly key: unknown; readonly row: unknown }[]> {
  const found: { table: UndoableTable; key: unknown; row: unknown }[] = [];
  for (const table of UNDOABLE_TABLES) {
    const wanted = keys[table] ?? [];
    if (wanted.length === 0) continue;
    const rows = await database.table<unknown, unknown>(table).bulkGet([...wanted]);
    wanted.forEach((key, at) => found.push({ table, key, row: rows[at] ?? null }));
  }
  return found;
}

/** Rows come out of the database with their keys in the order they were put in. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
