import type { LibraryCalls } from '@/utils/messaging/library-calls';
import type { Handlers } from '@/utils/messaging/server';
import { searchEverything } from '@/utils/services/search-everything';
import type { Services } from './services';

/** Answers the search over everything and the library page. */
export function libraryCalls({ library, search }: Services): Handlers<LibraryCalls> {
  return {
    searchLibrary: ({ query }) => searchEverything(library, search, query),
    awaitSearch: () => search.ready(),
  };
}
