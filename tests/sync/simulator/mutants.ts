import { joinVectors, NOTHING_SEEN } from '../../../utils/crdt/vector';
import { extend, RULES, type Rules } from '../../../utils/sync/rules';
import type { Vector } from '../../../utils/crdt/vector';

/**
 * Known ways to get sync wrong; each was once somebody's bug. `rules` breaks a judgement of the engine; the other
 * switches break what surrounds it.
 */
export interface Mutant {
  readonly name: string;
  readonly rules?: Rules;
  /** Another guard repairs what it does before anybody can notice. */
  readonly isHealed?: boolean;
  /** A restored or copied profile goes on with the numbers of its former session. */
  readonly keepsEpoch?: boolean;
  /** History is dropped on one profile alone, without an operation. */
  readonly foldsLocally?: boolean;
  /** The last unpublished version of a text is overwritten in place. */
  readonly rewritesPending?: boolean;
  /** Whoever sees several heads writes their merge down, even after a merge. */
  readonly answersMerges?: boolean;
  /** What is not in the folder is taken for deleted. */
  readonly believesAbsence?: boolean;
}

/** The highest number of an epoch, holes or not. */
function highest(...[logs, snapshots]: Parameters<Rules['covered']>): Vector {
  const start = snapshots.reduce(
    (vector, { contents }) => joinVectors(vector, contents.vector),
    NOTHING_SEEN,
  );
  return logs.reduce((vector, { epoch, to }) => joinVectors(vector, { [epoch]: to }), extend(start, logs));
}

export const MUTANTS: readonly Mutant[] = [
  { name: 'coverage-off', rules: { ...RULES, repairs: false } },
  { name: 'coverage-by-highest-number', rules: { ...RULES, covered: highest } },
  { name: 'torn-upload-accepted', rules: { ...RULES, hasLanded: () => true, isSame: () => true } },
  {
    name: 'equal-snapshots-delete-each-other',
    isHealed: true,
    rules: {
      ...RULES,
      supersedes: (snapshot, other) =>
        snapshot.name !== other.name &&
        Object.entries(other.contents.vector).every(
          ([epoch, n]) => (snapshot.contents.vector[epoch] ?? 0) >= n,
        ),
    },
  },
  { name: 'numbers-go-on-after-restore', keepsEpoch: true },
  { name: 'history-folded-locally', foldsLocally: true },
  { name: 'pending-operation-rewritten', rewritesPending: true },
  { name: 'merges-answer-merges', answersMerges: true },
  { name: 'absence-means-deletion', believesAbsence: true },
];
