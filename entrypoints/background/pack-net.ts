import { getFile, mayAsk, sha256, textOf, verifySignature } from '@/utils/platform/pack-net';
import type { PackNet } from '@/utils/services/subscriptions';

/** The network as subscriptions use it. */
export const packNet: PackNet = {
  get: getFile,
  mayAsk,
  textOf,
  sha256,
  verify: verifySignature,
  beside: (url, name) => new URL(name, url).href,
  random: () => Math.random(),
};
