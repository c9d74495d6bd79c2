import type { EntityId } from './ids';
import type { Kind } from './kind';

/** What a column of the library is sorted by. */
export const LIBRARY_SORTS = ['name', 'kind', 'facts', 'notes', 'seen', 'changed', 'from'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** Which entities, in which order. */
export interface LibraryList {
  /** Words that the entity or what is written about it must have; empty for all. */
  readonly query: string;
  readonly kind: Kind | null;
  readonly origin: 'all' | 'own' | 'pack';
  readonly note: 'all' | 'with' | 'without';
  readonly sort: LibrarySort;
  readonly descending: boolean;
}

/** Everything, by name. */
export const WHOLE_LIBRARY: LibraryList = {
  query: '',
  kind: null,
  origin: 'all',
  note: 'all',
  sort: 'name',
  descending: false,
};

/** One entity in the library's table. */
export interface LibraryRow {
  readonly entityId: EntityId;
  readonly name: string;
  readonly kind: Kind;
  /** Other names, separated by commas; cut off where no column is that wide. */
  readonly also: string;
  readonly factCount: number;
  readonly noteCount: number;
  /** Saved articles that it was seen in. */
  readonly seenCount: number;
  /** When something was last written about it, in milliseconds since 1970; 0 when never. */
  readonly changed: number;
  /** The pack's name, or null for the reader's own. */
  readonly packName: string | null;
  /** Whether the reader's corrections lie over the pack's. */
  readonly isEdited: boolean;
}

/** A stretch of a list. */
export interface LibraryRows {
  /** Entities in the whole list. */
  readonly total: number;
  readonly rows: readonly LibraryRow[];
}

/** What was done to how many entities, and how to take it back. */
export interface BulkDone {
  readonly count: number;
  /** Names that were left out, since a pack's names stay as they are. */
  readonly skipped: number;
  /** For `undoChange`. */
  readonly undoId: string;
}

/** Most entities of one bulk change. */
export const BULK_MAX = 10_000;
