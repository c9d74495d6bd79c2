import type { DBCore, DBCoreMutateRequest, DBCoreTable, Dexie } from 'dexie';
import { mappingOfTable } from './mapping';

/** Keys of rows that a transaction has written or deleted, by table. */
export type Touched = ReadonlyMap<string, readonly unknown[]>;

/**
 * Notes which rows of the synced tables every transaction touches, whatever way it takes. Reads nothing, so it costs next
 * to nothing; what became of the rows is looked up at the end, where it matters.
 */
export class TouchLog {
  readonly #byTransaction = new WeakMap<object, Map<string, Map<string, unknown>>>();

  constructor(database: Dexie) {
    database.use({ stack: 'dbcore', name: 'touched', create: (core) => this.#watch(core) });
  }

  /** What the transaction has touched so far. */
  of(transaction: object): Touched {
    const tables = this.#byTransaction.get(transaction) ?? new Map<string, Map<string, unknown>>();
    return new Map([...tables].map(([table, keys]) => [table, [...keys.values()]]));
  }

  #watch(core: DBCore): DBCore {
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (mappingOfTable(name) === null) return table;
        return {
          ...table,
          // Nothing is awaited but Dexie's own promises: another kind would leave the transaction's zone.
          mutate: (request) => {
            const { trans } = request;
            const forward = (keys: readonly unknown[]) => {
              this.#note(name, trans, keys);
              return table.mutate(request);
            };
            if (request.type !== 'deleteRange') return forward(keysOf(table, request));
            const query = { index: table.schema.primaryKey, range: request.range };
            // oxlint-disable-next-line promise/prefer-await-to-then -- see above
            return table.query({ trans, values: false, query }).then(({ result }) => forward(result));
          },
        };
      },
    };
  }

  #note(table: string, transaction: object, keys: readonly unknown[]): void {
    const tables = this.#byTransaction.get(transaction) ?? new Map<string, Map<string, unknown>>();
    const known = tables.get(table) ?? new Map<string, unknown>();
    for (const key of keys) known.set(JSON.stringify(key), key);
    tables.set(table, known);
    this.#byTransaction.set(transaction, tables);
  }
}

function keysOf(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, { readonly type: 'deleteRange' }>,
): readonly unknown[] {
  if (request.type === 'delete') return request.keys as unknown[];
  const { extractKey } = table.schema.primaryKey;
  return request.values.map((value) => extractKey?.(value) as unknown);
}
