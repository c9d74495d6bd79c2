import type { Table } from 'dexie';

/**
 * Adds rows that are not here and merges those that are. Only inside a transaction.
 *
 * @param merge answers what shall be here, or the very row that is here when nothing changes
 * @param write false only counts
 */
export async function mergeRows<Row, Key>(
  table: Table<Row, Key>,
  brought: readonly Row[],
  keyOf: (row: Row) => Key,
  merge: (here: Row, brought: Row) => Row,
  write: boolean,
): Promise<{ readonly added: number; readonly changed: number }> {
  const here = await table.bulkGet(brought.map(keyOf));
  const added = brought.filter((_row, index) => here[index] === undefined);
  const changed = brought.flatMap((row, index) => {
    const known = here[index];
    const merged = known === undefined ? known : merge(known, row);
    return merged === undefined || merged === known ? [] : [merged];
  });
  if (write) await table.bulkPut([...added, ...changed]);
  return { added: added.length, changed: changed.length };
}
