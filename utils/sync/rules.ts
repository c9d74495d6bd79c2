import type { EpochId } from '../crdt/stamp';
import { covers, joinVectors, NOTHING_SEEN, type Vector } from '../crdt/vector';
import type { LogName } from './names';
import type { SnapshotContents } from './store';

/** A snapshot that is in the folder whole and was opened whole. */
export interface SoundSnapshot {
  readonly name: string;
  readonly contents: SnapshotContents;
}

/**
 * The judgements that safety hangs on, each on its own so that a test can put a broken one in its place and see the
 * simulator notice.
 */
export interface Rules {
  /** What a new profile could rebuild from these files. */
  readonly covered: (logs: readonly LogName[], snapshots: readonly SoundSnapshot[]) => Vector;
  /** Whether a file that was fetched once is still the same, by what the listing says. */
  readonly isSame: (knownBytes: number, listedBytes: number) => boolean;
  /** Whether what was sent has arrived, by what was read back. */
  readonly hasLanded: (readBackEqual: boolean) => boolean;
  /** Whether the first snapshot makes the second one superfluous. A strict partial order, so one always stays. */
  readonly supersedes: (snapshot: SoundSnapshot, other: SoundSnapshot) => boolean;
  /** Whether missing data is put back. */
  readonly repairs: boolean;
}

export const RULES: Rules = {
  covered: (logs, snapshots) => {
    const start = snapshots.reduce(
      (vector, { contents }) => joinVectors(vector, contents.vector),
      NOTHING_SEEN,
    );
    return extend(start, logs);
  },
  isSame: (knownBytes, listedBytes) => knownBytes === listedBytes,
  hasLanded: (readBackEqual) => readBackEqual,
  supersedes: (snapshot, other) => {
    if (!covers(snapshot.contents.vector, other.contents.vector)) return false;
    // Equal ones: the higher name stays, or two owners would each delete theirs for the other's sake.
    return !covers(other.contents.vector, snapshot.contents.vector) || snapshot.name > other.name;
  },
  repairs: true,
};

/** How far one gets from `start` by reading the logs: what lies beyond a hole cannot be reached. */
export function extend(start: Vector, logs: readonly LogName[]): Vector {
  const reach: Record<EpochId, number> = { ...start };
  for (const { epoch, from, to } of logs.toSorted((a, b) => a.from - b.from)) {
    const last = reach[epoch] ?? 0;
    if (from <= last + 1 && to > last) reach[epoch] = to;
  }
  return reach;
}
