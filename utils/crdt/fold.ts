import { type Doc, isVisible, type Version } from './doc';
import type { Change } from './op';
import { historyOf, isCrossing } from './versions';
import { covers, includes, joinVectors, NOTHING_SEEN, type Vector } from './vector';

/** When history is dropped. The ages are read from stamps, so a wrong clock costs history or space, never text. */
export interface FoldPolicy {
  /** What every profile of the vault is known to have read. */
  readonly readByAll: Vector;
  readonly nowMs: number;
  /** Versions older than this go; deleted documents older than this are emptied. */
  readonly ageMs: number;
  /** Beyond this many versions the oldest go whatever their age. */
  readonly versionsMax: number;
}

/**
 * The change that drops what nobody needs of one document, or null.
 *
 * Folding is itself an operation: where it was a local deed, two profiles that had folded differently merged one late
 * edit differently and stayed apart for ever. Versions go only below a version that everybody has read, because then
 * everybody's next edit descends from it; an edit from a profile that nobody knew of still loses nothing, it is merely
 * united instead of replayed.
 */
export function foldOf(doc: Doc, policy: FoldPolicy): Change | null {
  return isVisible(doc) ? foldedVersions(doc, policy) : purge(doc, policy);
}

function foldedVersions(doc: Doc, { readByAll, nowMs, ageMs, versionsMax }: FoldPolicy): Change | null {
  if (doc.versions.size < 2) return null;
  const history = historyOf(doc.versions);
  const tooMany = history.ids.length - versionsMax;
  for (let index = history.ids.length - 1; index > 0; index -= 1) {
    const version = history.versions[index];
    if (version === undefined || !includes(readByAll, version.at.epoch, version.n)) continue;
    const isDue = nowMs - version.at.ms > ageMs || index <= tooMany;
    if (!isDue || !isCrossing(history, index)) continue;
    return { kind: 'fold', seen: dotsOf(history.versions.slice(0, index)) };
  }
  return null;
}

function purge(doc: Doc, { readByAll, nowMs, ageMs }: FoldPolicy): Change | null {
  const { deletion, live, purged } = doc;
  if (deletion === null || covers(purged, live)) return null;
  // A profile that had not read the deletion could still edit, and would find the rest of its document empty.
  const isReadByAll = includes(readByAll, deletion.at.epoch, deletion.n) && covers(readByAll, live);
  return isReadByAll && nowMs - deletion.at.ms > ageMs ? { kind: 'purge', seen: live } : null;
}

function dotsOf(versions: readonly Version[]): Vector {
  return versions.reduce<Vector>((seen, { at, n }) => joinVectors(seen, { [at.epoch]: n }), NOTHING_SEEN);
}
