/**
 * Hybrid logical clock (Kulkarni et al. 2014): wall time where the wall clock can be trusted, a counter where it cannot.
 * It never runs backwards and never falls behind a stamp it has seen, so an edit made after reading another always has
 * the greater stamp. Stamps only break ties between edits that did not know of each other; no stamp is ever refused, so
 * a profile whose clock says 2099 turns everybody's clock into a plain Lamport clock and harms nothing else.
 */
declare const brand: unique symbol;

/**
 * One browser session of one profile: 12 random base32 characters, 60 bits. A new one is minted at the first write after
 * every browser start, so that a copied or restored profile can never give one number to two different operations.
 */
export type EpochId = string & { readonly [brand]: 'EpochId' };

/** Twelve characters of the id alphabet (see `model/ids`). */
export function isEpochId(value: unknown): value is EpochId {
  return typeof value === 'string' && /^[0-9a-hjkmnp-tv-z]{12}$/.test(value);
}

/** When an operation was made: totally ordered by {@link compareStamps}. */
export interface Stamp {
  /** Milliseconds since 1970 as the hybrid clock has it, at most {@link MS_MAX}. */
  readonly ms: number;
  readonly counter: number;
  readonly epoch: EpochId;
}

/** What a profile remembers of its clock between two operations. */
export interface Clock {
  readonly ms: number;
  readonly counter: number;
}

/** The greatest time that ECMAScript's `Date` can hold; a stamp beyond it is malformed. */
export const MS_MAX = 8.64e15;

const COUNTER_MAX = 0xffff_ffff;

export const CLOCK_START: Clock = { ms: 0, counter: 0 };

/** Negative when `a` is older. Zero only for stamps of one epoch with equal time and counter. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.ms !== b.ms) return a.ms - b.ms;
  if (a.counter !== b.counter) return a.counter - b.counter;
  if (a.epoch === b.epoch) return 0;
  return a.epoch < b.epoch ? -1 : 1;
}

/** The clock for the next operation: later than `clock`, and not before `nowMs`. */
export function tick(clock: Clock, nowMs: number): Clock {
  if (nowMs > clock.ms && nowMs <= MS_MAX) return { ms: Math.floor(nowMs), counter: 0 };
  // 4 billion operations within one millisecond are a bug or an attack; time gives way, order holds.
  if (clock.counter >= COUNTER_MAX) return { ms: Math.min(clock.ms + 1, MS_MAX), counter: 0 };
  return { ms: clock.ms, counter: clock.counter + 1 };
}

/** The clock after a stamp was seen: never behind it. */
export function observe(clock: Clock, stamp: Clock): Clock {
  const isLater = stamp.ms > clock.ms || (stamp.ms === clock.ms && stamp.counter > clock.counter);
  return isLater ? { ms: stamp.ms, counter: stamp.counter } : clock;
}
