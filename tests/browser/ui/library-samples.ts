import type { EntityId } from '../../../utils/model/ids';
import { KINDS } from '../../../utils/model/kind';
import type { LibraryList, LibraryRow, LibraryRows } from '../../../utils/model/library-list';

/** A library of so many names, every kind in turn, some of a pack. */
export function libraryRows(count: number): LibraryRow[] {
  return Array.from({ length: count }, (_none, index) => ({
    entityId: `entity${index}` as EntityId,
    name: `${String(index).padStart(5, '0')} Operation Shader`,
    kind: KINDS[index % KINDS.length] ?? 'person',
    also: 'Op Shader, Op SHADER',
    factCount: index % 7,
    noteCount: index % 3,
    seenCount: index % 50,
    changed: index % 3 === 0 ? 0 : Date.UTC(2026, 0, 1 + (index % 28)),
    packName: index % 4 === 3 ? 'News starter' : null,
    isEdited: index % 8 === 7,
  }));
}

export const LIBRARY_ROWS = libraryRows(14);

/** A stretch of the rows that a list holds, as the background would answer it. */
export function listRows(
  rows: readonly LibraryRow[],
  { query, kind, descending }: LibraryList,
  offset: number,
  count: number,
): LibraryRows {
  const kept = rows.filter((row) => row.name.includes(query) && (kind === null || row.kind === kind));
  const sorted = descending ? kept.toReversed() : kept;
  return { total: sorted.length, rows: sorted.slice(offset, offset + count) };
}
