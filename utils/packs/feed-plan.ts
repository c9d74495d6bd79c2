import type { Feed, FeedDelta } from './feed';

/** How to come from the release that is here to the one that is announced. */
export type FeedPlan =
  | { readonly type: 'current' }
  /** The announcement is older than what is here. */
  | { readonly type: 'rollback' }
  | { readonly type: 'snapshot' }
  /** In this order; together smaller than the snapshot. */
  | { readonly type: 'deltas'; readonly deltas: readonly FeedDelta[] };

/** @param installed the version that is here, or null; `hasLines` whether its lines are, which a delta needs */
export function planUpdate(feed: Feed, installed: number | null, hasLines: boolean): FeedPlan {
  if (installed === null) return { type: 'snapshot' };
  if (feed.version < installed) return { type: 'rollback' };
  if (feed.version === installed) return { type: 'current' };
  if (!hasLines) return { type: 'snapshot' };
  const chain: FeedDelta[] = [];
  let bytes = 0;
  for (let version = installed; version < feed.version;) {
    // The longest step from here: an author may offer shortcuts.
    const step = feed.deltas
      .filter(({ from, to }) => from === version && to <= feed.version)
      .toSorted((a, b) => b.to - a.to)[0];
    if (step === undefined) return { type: 'snapshot' };
    bytes += step.bytes;
    if (bytes >= feed.snapshot.bytes) return { type: 'snapshot' };
    chain.push(step);
    version = step.to;
  }
  return { type: 'deltas', deltas: chain };
}

const MINUTE_MS = 60_000;
/** The shortest time between two looks at one address. */
export const INTERVAL_MIN_MS = 15 * MINUTE_MS;
/** The longest, reached when nothing new comes or nobody answers. */
export const INTERVAL_MAX_MS = 6 * 60 * MINUTE_MS;
/** Share of the interval by which a look comes earlier or later, so that a thousand readers do not come at once. */
const JITTER = 0.2;

/** How long to leave an address alone after a look: short again after news, twice as long after none. */
export function nextInterval(before: number, hadNews: boolean): number {
  if (hadNews) return INTERVAL_MIN_MS;
  return Math.min(INTERVAL_MAX_MS, Math.max(INTERVAL_MIN_MS, before * 2));
}

/**
 * The interval with chance added, in milliseconds.
 *
 * @param random from 0 (included) to 1
 */
export function withJitter(intervalMs: number, random: number): number {
  return Math.round(intervalMs * (1 - JITTER + 2 * JITTER * random));
}
