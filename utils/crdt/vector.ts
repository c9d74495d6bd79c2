import type { EpochId } from './stamp';

/**
 * How far somebody has read: for each epoch the number of its last operation known, 1 and up; an epoch that is not
 * listed counts as 0. Keys are {@link EpochId}s, checked where they come in, so no key can be `__proto__`.
 */
export type Vector = Readonly<Record<string, number>>;

export const NOTHING_SEEN: Vector = {};

export function upTo(vector: Vector, epoch: EpochId): number {
  return vector[epoch] ?? 0;
}

/** Whether operation `n` of the epoch is known. */
export function includes(vector: Vector, epoch: EpochId, n: number): boolean {
  return n <= upTo(vector, epoch);
}

/** The greater number of each epoch. Returns `a` itself when `b` adds nothing. */
export function joinVectors(a: Vector, b: Vector): Vector {
  if (a === b || covers(a, b)) return a;
  const joined: Record<string, number> = { ...a };
  for (const [epoch, n] of Object.entries(b)) if (n > (joined[epoch] ?? 0)) joined[epoch] = n;
  return joined;
}

/** The smaller number of each epoch: what both have read. */
export function meetVectors(a: Vector, b: Vector): Vector {
  const met: Record<string, number> = {};
  for (const [epoch, n] of Object.entries(a)) {
    const both = Math.min(n, b[epoch] ?? 0);
    if (both > 0) met[epoch] = both;
  }
  return met;
}

/** Whether `a` has read everything that `b` has. */
export function covers(a: Vector, b: Vector): boolean {
  for (const epoch in b) if ((b[epoch] ?? 0) > (a[epoch] ?? 0)) return false;
  return true;
}

/** The entries of `a` that go beyond `b`. */
export function beyond(a: Vector, b: Vector): Vector {
  return Object.fromEntries(Object.entries(a).filter(([epoch, n]) => n > (b[epoch] ?? 0)));
}

export function isEmptyVector(vector: Vector): boolean {
  for (const epoch in vector) if ((vector[epoch] ?? 0) > 0) return false;
  return true;
}
