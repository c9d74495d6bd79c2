import * as v from 'valibot';
import type { PackId } from '../model/ids';
import type { PackCalls } from './pack-calls';
import type { RequestSchemas } from './schemas';

const packId = v.custom<PackId>((value) => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value));

export const PACK_REQUESTS: RequestSchemas<PackCalls> = {
  setPack: v.strictObject({ packId, on: v.boolean() }),
};
