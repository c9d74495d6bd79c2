import type { Version } from './doc';
import type { VersionId } from './op';
import { compareStamps } from './stamp';

export type Versions = ReadonlyMap<VersionId, Version>;

/** A text's versions in an order in which parents come first, with who descends from whom. */
export interface History {
  readonly ids: readonly VersionId[];
  readonly versions: readonly Version[];
  /** Whether version `index` had version `earlier` in its past. False for a version and itself. */
  readonly descends: (index: number, earlier: number) => boolean;
  /** Index of the newest version that every other one precedes or follows, or -1 when there is none. */
  readonly base: number;
}

/** The versions that no other one builds upon, oldest stamp first. One head: no conflict. */
export function headsOf(versions: Versions): VersionId[] {
  const parents = new Set([...versions.values()].flatMap((version) => version.parents));
  return [...versions]
    .filter(([id]) => !parents.has(id))
    .toSorted(([, a], [, b]) => compareStamps(a.at, b.at) || a.n - b.n)
    .map(([id]) => id);
}

/**
 * Orders the versions and finds their common base. Quadratic in memory (one byte for each pair) and at most cubic in
 * time; only run on texts in conflict or about to be folded, which hold some dozens of versions.
 */
export function historyOf(versions: Versions): History {
  const ids = parentsFirst(versions);
  const count = ids.length;
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const past = new Uint8Array(count * count);
  const ordered = ids.flatMap((id) => versions.get(id) ?? []);
  ordered.forEach((version, index) => {
    for (const parent of version.parents) {
      const at = indexes.get(parent);
      // A parent that comes later is a forged cycle; one that is absent was folded away or has not arrived.
      if (at === undefined || at >= index) continue;
      past[index * count + at] = 1;
      for (let other = 0; other < at; other += 1)
        if (past[at * count + other] === 1) past[index * count + other] = 1;
    }
  });
  return {
    ids,
    versions: ordered,
    descends: (index, earlier) => past[index * count + earlier] === 1,
    base: newestCrossing(past, count),
  };
}

/** Whether every other version lies before or after the one given. */
export function isCrossing(history: History, index: number): boolean {
  return history.ids.every(
    (_, other) => other === index || history.descends(index, other) || history.descends(other, index),
  );
}

function newestCrossing(past: Uint8Array, count: number): number {
  const relatives = new Uint32Array(count);
  for (let index = 0; index < count; index += 1)
    for (let earlier = 0; earlier < index; earlier += 1)
      if (past[index * count + earlier] === 1) {
        relatives[index] = (relatives[index] ?? 0) + 1;
        relatives[earlier] = (relatives[earlier] ?? 0) + 1;
      }
  return relatives.lastIndexOf(count - 1);
}

/** Smallest stamp first among those whose parents are placed: one order for everybody, whatever arrived when. */
function parentsFirst(versions: Versions): VersionId[] {
  const waiting = [...versions].toSorted(
    ([left, a], [right, b]) => compareStamps(a.at, b.at) || a.n - b.n || (left < right ? -1 : 1),
  );
  const placed = new Set<VersionId>();
  while (waiting.length > 0) {
    const ready = waiting.findIndex(([, version]) =>
      version.parents.every((parent) => placed.has(parent) || !versions.has(parent)),
    );
    // None ready: a forged cycle. Any fixed choice will do.
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (next !== undefined) placed.add(next[0]);
  }
  return [...placed];
}
