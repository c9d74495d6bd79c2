import * as v from 'valibot';
import { SLOT_MAX, SOURCE_TITLE_MAX, VALUE_MAX } from '../model/fact';
import { FORMS } from '../model/form-draft';
import type { EntityId, FactId } from '../model/ids';
import { KINDS } from '../model/kind';
import type { EntityCalls } from './entity-calls';
import { alias, id, name, noteBody, nothing, text } from './fields';
import type { RequestSchemas } from './schemas';

const entity = { entityId: id<EntityId>() } as const;
const words = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
/** The calendar is asked by the service; this only bounds what it is asked. */
const coarseDay = v.nullable(text(10));
const webAddress = v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(/^(?:https?:\/\/\S+)?$/iu));

export const ENTITY_REQUESTS: RequestSchemas<EntityCalls> = {
  listFacts: v.strictObject(entity),
  saveFact: v.strictObject({
    ...entity,
    factId: v.nullable(id<FactId>()),
    slot: words(SLOT_MAX),
    value: words(VALUE_MAX),
    from: coarseDay,
    to: coarseDay,
    source: v.strictObject({ title: text(SOURCE_TITLE_MAX), url: webAddress }),
  }),
  deleteFact: v.strictObject({ factId: id<FactId>() }),
  editEntity: v.strictObject({
    ...entity,
    name,
    kind: v.picklist(KINDS),
    summary: text(2000),
    aliases: v.pipe(v.array(alias), v.maxLength(200)),
  }),
  deleteEntity: v.strictObject(entity),
  listBin: nothing,
  restoreFromBin: v.strictObject({ binId: id<string>() }),
  saveFormDraft: v.strictObject({
    form: v.picklist(FORMS),
    about: text(300),
    fields: v.nullable(v.record(text(40), noteBody)),
  }),
  listFormDrafts: v.strictObject({ form: v.picklist(FORMS) }),
};
