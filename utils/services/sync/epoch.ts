import { type EpochId, isEpochId } from '../../crdt/stamp';

/** An epoch of the first 60 bits of a random id. */
export function epochOf(id: string): EpochId {
  const epoch = id.slice(0, 12);
  if (!isEpochId(epoch)) throw new TypeError('not an id');
  return epoch;
}
