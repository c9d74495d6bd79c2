import type { EntityId } from '../model/ids';
import type { FactRow, LibraryDatabase } from './database';

/** An entity's facts, pack's and reader's, by slot and then by when they began; those without a beginning come first. */
export async function factsOf(database: LibraryDatabase, entityId: EntityId): Promise<FactRow[]> {
  const rows = await database.facts.where('entityId').equals(entityId).toArray();
  const slots = [...new Set(rows.map(({ slot }) => slot))];
  return rows.toSorted(
    (a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot) || (a.from ?? '').localeCompare(b.from ?? ''),
  );
}
