import type { Strength } from '../model/entity';
import type { FoundRows } from '../model/found';
import type { EntityId } from '../model/ids';
import type { Kind } from '../model/kind';
import type { BulkDone, LibraryList, LibraryRows } from '../model/library-list';

/** Calls of the search over everything and of the library page. */
export type LibraryCalls = {
  /** Everything in which the words typed stand, best first, at most 50. */
  searchLibrary(request: { query: string }): FoundRows;
  /** Answers once {@link LibraryCalls.searchLibrary} searches everything. */
  awaitSearch(request: Record<string, never>): void;
  /** A stretch of the library's table, at most 200 rows. */
  listLibrary(request: { list: LibraryList; offset: number; count: number }): LibraryRows;
  /** The ids of a list, at most as many as one bulk change takes. */
  listLibraryIds(request: { list: LibraryList }): readonly EntityId[];
  /** Sets the kind, or the strength of every name, of many entities in one change. */
  editEntities(request: { ids: EntityId[]; kind: Kind | null; strength: Strength | null }): BulkDone;
  /** Moves many entities of the reader's own to the bin in one change. */
  deleteEntities(request: { ids: EntityId[] }): BulkDone;
  /** Makes several entities one: `into` gains everything of the others, which are gone. */
  mergeEntities(request: { into: EntityId; others: EntityId[] }): BulkDone;
  /** Makes an alias of an entity an entity of its own. */
  splitAlias(request: { entityId: EntityId; text: string }): BulkDone & { readonly entityId: EntityId };
  /** Takes back what a bulk edit, a deletion, a merge or a split did. `not-found` when it was taken back already. */
  undoChange(request: { undoId: string }): void;
};
