import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { LibraryDatabase, LibraryTable } from './database';

/** What was written to one table: keys as they are stored, and whether a whole range went, whose keys nobody named. */
export interface Touched {
  readonly keys: ReadonlySet<unknown>;
  readonly isRange: boolean;
}

interface Batch {
  readonly keys: Map<LibraryTable, Map<string, unknown>>;
  readonly ranges: Set<LibraryTable>;
}

/**
 * Remembers which rows were written, whoever wrote them, so that what is kept in memory can be brought up to date row by
 * row. A row counts once its transaction is complete: read then, it is as it will stay.
 */
export class TouchedRows {
  readonly #tables: ReadonlySet<string>;
  readonly #open = new WeakMap<object, Batch>();
  readonly #connections = new WeakSet<IDBDatabase>();
  #done = newBatch();

  /** Must be made before the database is opened. */
  constructor(database: LibraryDatabase, tables: readonly LibraryTable[]) {
    this.#tables = new Set(tables);
    database.use({
      stack: 'dbcore',
      name: `touched-${tables.join('-')}`,
      create: (core: DBCore): DBCore => ({ ...core, table: (name) => this.#watched(core.table(name)) }),
    });
  }

  /** What was written since the last call, by table. */
  take(): ReadonlyMap<LibraryTable, Touched> {
    const { keys, ranges } = this.#done;
    this.#done = newBatch();
    const tables = new Set([...keys.keys(), ...ranges]);
    return new Map(
      [...tables].map((table) => [
        table,
        { keys: new Set(keys.get(table)?.values() ?? []), isRange: ranges.has(table) },
      ]),
    );
  }

  #watched(table: DBCoreTable): DBCoreTable {
    if (!this.#tables.has(table.name)) return table;
    const name = table.name as LibraryTable;
    return {
      ...table,
      mutate: (request) => {
        const batch = this.#batchOf(request.trans);
        if (request.type === 'deleteRange') batch.ranges.add(name);
        else {
          const keys = batch.keys.get(name) ?? new Map<string, unknown>();
          batch.keys.set(name, keys);
          for (const key of keysOf(table, request)) keys.set(JSON.stringify(key), key);
        }
        return table.mutate(request);
      },
    };
  }

  #batchOf(transaction: object): Batch {
    const known = this.#open.get(transaction);
    if (known !== undefined) return known;
    const batch = newBatch();
    this.#open.set(transaction, batch);
    this.#listenTo((transaction as IDBTransaction).db);
    return batch;
  }

  /**
   * On the database and captured: whoever awaits a change goes on right after Dexie's own listener on the transaction,
   * before any that was added there later, and must find the rows here.
   */
  #listenTo(connection: IDBDatabase): void {
    if (this.#connections.has(connection)) return;
    this.#connections.add(connection);
    const complete = ({ target }: Event): void => {
      const batch = target === null ? undefined : this.#open.get(target);
      if (batch !== undefined) this.#complete(batch);
    };
    connection.addEventListener('complete', complete, { capture: true });
  }

  #complete(batch: Batch): void {
    for (const [table, keys] of batch.keys) {
      const all = this.#done.keys.get(table);
      if (all === undefined) this.#done.keys.set(table, keys);
      else for (const [text, key] of keys) all.set(text, key);
    }
    for (const table of batch.ranges) this.#done.ranges.add(table);
  }
}

function newBatch(): Batch {
  return { keys: new Map(), ranges: new Set() };
}

function keysOf(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>,
): unknown[] {
  if (request.type === 'delete') return [...request.keys];
  const { extractKey } = table.schema.primaryKey;
  return request.values.map((value: unknown, index) => {
    const given: unknown = request.keys?.[index];
    return given ?? (extractKey?.(value) as unknown);
  });
}
