import * as v from 'valibot';
import type { EntityId, PackId } from '../model/ids';
import { OVERLAY_FIELDS } from '../model/overlay';
import type { PackCalls } from './pack-calls';
import type { RequestSchemas } from './schemas';

const packId = v.custom<PackId>((value) => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value));
const entityId = v.custom<EntityId>((value) => typeof value === 'string' && /^[\w/.:-]{1,200}$/u.test(value));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
const stage = { stageId: text(40) } as const;

export const PACK_REQUESTS: RequestSchemas<PackCalls> = {
  listPacks: nothing,
  setPack: v.strictObject({ packId, on: v.boolean() }),
  stagePack: v.strictObject({
    ...stage,
    index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    text: text(1_048_576),
  }),
  previewPack: v.strictObject(stage),
  addPack: v.strictObject({ url: text(2_048) }),
  installPack: v.strictObject({ packId }),
  dismissPack: v.strictObject({ packId }),
  updatePack: v.strictObject({ packId }),
  removePack: v.strictObject({ packId }),
  cancelPackJob: nothing,
  lightHeld: v.strictObject({ packId, entity: text(80), alias: text(200), on: v.boolean() }),
  settlePackConflict: v.strictObject({
    entityId,
    field: v.picklist(OVERLAY_FIELDS),
    keep: v.picklist(['mine', 'theirs']),
  }),
};
