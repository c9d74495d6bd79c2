import * as v from 'valibot';
import type { EntityId } from '../model/ids';
import { KINDS } from '../model/kind';
import { BULK_MAX, LIBRARY_SORTS } from '../model/library-list';
import { id, nothing, text } from './fields';
import type { LibraryCalls } from './library-calls';
import type { RequestSchemas } from './schemas';

const list = v.strictObject({
  query: text(200),
  kind: v.nullable(v.picklist(KINDS)),
  origin: v.picklist(['all', 'own', 'pack']),
  note: v.picklist(['all', 'with', 'without']),
  sort: v.picklist(LIBRARY_SORTS),
  descending: v.boolean(),
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const ids = v.pipe(v.array(id<EntityId>()), v.maxLength(BULK_MAX));

export const LIBRARY_REQUESTS: RequestSchemas<LibraryCalls> = {
  searchLibrary: v.strictObject({ query: text(200) }),
  awaitSearch: nothing,
  listLibrary: v.strictObject({ list, offset: count, count }),
  listLibraryIds: v.strictObject({ list }),
  editEntities: v.strictObject({
    ids,
    kind: v.nullable(v.picklist(KINDS)),
    strength: v.nullable(v.picklist(['strong', 'weak', 'off'])),
  }),
  deleteEntities: v.strictObject({ ids }),
  mergeEntities: v.strictObject({
    into: id<EntityId>(),
    others: v.pipe(ids, v.minLength(1), v.maxLength(100)),
  }),
  splitAlias: v.strictObject({ entityId: id<EntityId>(), text: text(500) }),
  undoChange: v.strictObject({ undoId: text(60) }),
};
