import { type Doc, isVisible, joinDocs } from '../crdt/doc';
import type { DocId } from '../crdt/op';
import { isEmptyVector } from '../crdt/vector';
import { SyncError } from './errors';
import type { Round } from './round';

/**
 * The brake: stops before more documents would vanish in one round than somebody deletes by hand, and lets the
 * reader decide. Nothing of the file in question has been applied then.
 *
 * @throws SyncError `many-deletions`
 */
export async function guardDeletions(
  round: Round,
  incoming: readonly (readonly [DocId, Doc])[],
): Promise<void> {
  const deletions = incoming.filter(([, doc]) => !isEmptyVector(doc.killed));
  if (deletions.length === 0) return;
  const held = await round.store.docs(deletions.map(([id]) => id));
  const vanishing = deletions.filter(([id, doc]) => {
    const before = held.get(id);
    return before !== undefined && isVisible(before) && !isVisible(joinDocs(before, doc));
  });
  round.deletionCount += vanishing.length;
  if (round.allowsDeletions || vanishing.length === 0) return;
  const { deletionsMax, deletionsShareMax } = round.limits;
  const isMany = round.deletionCount > deletionsMax;
  // A fifth of five notes is one note: small vaults are judged by number only.
  const isLargeShare =
    round.deletionCount > deletionsMax / 10 &&
    round.deletionCount > deletionsShareMax * (await round.store.visibleCount());
  if (isMany || isLargeShare)
    throw new SyncError('many-deletions', { detail: `${round.deletionCount} or more` });
}
