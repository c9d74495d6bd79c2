import { joinVectors, meetVectors, type Vector } from '../crdt/vector';
import type { EpochId } from '../crdt/stamp';
import type { ProfileId, SyncMeta } from './store';

/**
 * What every profile of the vault is known to have read: this one has read all it holds, the others what they have said.
 *
 * @param sinceMs profiles silent since before this time do not count; they are merged by union when they return
 */
export function readByAll(meta: SyncMeta, sinceMs: number): Vector {
  const others = [...meta.readers].filter(([profile, { ms }]) => profile !== meta.profile && ms >= sinceMs);
  return others.reduce((read, [, { seen }]) => meetVectors(read, seen), meta.vector);
}

/** Whether this profile may tidy the epoch's files: its own, or of a profile that has been silent since `sinceMs`. */
export function mayTidy(meta: SyncMeta, epoch: EpochId, sinceMs: number): boolean {
  const owner = epoch === meta.author.epoch ? meta.profile : meta.owners.get(epoch);
  if (owner === undefined) return false;
  return owner === meta.profile || (meta.readers.get(owner)?.ms ?? Number.POSITIVE_INFINITY) < sinceMs;
}

/** How many profiles, this one included, are known to have read everything up to the vector: "seen by 3 profiles". */
export function readersOf(meta: SyncMeta, vector: Vector): readonly ProfileId[] {
  const others = [...meta.readers].filter(([profile, { seen }]) => {
    const isOther = profile !== meta.profile;
    return isOther && joinVectors(seen, vector) === seen;
  });
  return [meta.profile, ...others.map(([profile]) => profile)];
}
