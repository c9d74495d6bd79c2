import type { FoundRows } from '../model/found';

/** Calls of the search over everything and of the library page. */
export type LibraryCalls = {
  /** Everything in which the words typed stand, best first, at most 50. */
  searchLibrary(request: { query: string }): FoundRows;
  /** Answers once {@link LibraryCalls.searchLibrary} searches everything. */
  awaitSearch(request: Record<string, never>): void;
};
