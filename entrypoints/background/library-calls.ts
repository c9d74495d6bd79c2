import type { LibraryCalls } from '@/utils/messaging/library-calls';
import type { Handlers } from '@/utils/messaging/server';
import { deleteEntities, editEntities, undoBulk } from '@/utils/services/bulk-edit';
import { mergeEntities, splitAlias } from '@/utils/services/merge-entities';
import { searchEverything } from '@/utils/services/search-everything';
import type { Services } from './services';

/** Answers the search over everything and the library page. */
export function libraryCalls({ library, search, catalogue }: Services): Handlers<LibraryCalls> {
  return {
    searchLibrary: ({ query }) => searchEverything(library, search, query),
    awaitSearch: () => search.ready(),
    listLibrary: ({ list, offset, count }) => catalogue.rows(list, offset, count),
    listLibraryIds: ({ list }) => catalogue.ids(list),
    editEntities: ({ ids, kind, strength }) =>
      editEntities(library, ids, {
        ...(kind === null ? {} : { kind }),
        ...(strength === null ? {} : { strength }),
      }),
    deleteEntities: ({ ids }) => deleteEntities(library, ids),
    mergeEntities: ({ into, others }) => mergeEntities(library, into, others),
    splitAlias: ({ entityId, text }) => splitAlias(library, entityId, text),
    undoChange: ({ undoId }) => undoBulk(library, undoId),
  };
}
