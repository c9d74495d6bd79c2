import type { Eagerness } from '../model/page';
import { weighEvidence, type Evidence, type PageEvidence } from './evidence';
import { describeClaim } from './describe-claim';
import { floorOf } from './floor';
import { FEATURES, groupIndex, GROUPS, type SurfaceStats } from './features';
import type { Claim, Span } from './spans';
import type { Weights } from './weights';

/** The weights as one flat table, for scoring. */
export interface ScoreTable {
  /** One row a group: the weights for all plus the group's own. */
  readonly rows: readonly Float64Array[];
  readonly previous: ReadonlyMap<string, readonly number[]>;
  readonly next: ReadonlyMap<string, readonly number[]>;
}

export function createScoreTable(weights: Weights): ScoreTable {
  const rows = GROUPS.map((group) => {
    const own = weights.groups[group] ?? {};
    return Float64Array.from(FEATURES, (feature) => (weights.all[feature] ?? 0) + (own[feature] ?? 0));
  });
  return {
    rows,
    previous: new Map(Object.entries(weights.previous)),
    next: new Map(Object.entries(weights.next)),
  };
}

/** One claim with what speaks for it. */
export interface ScoredClaim {
  readonly claim: Claim;
  readonly evidence: Evidence;
  /** Log odds against "none of these". */
  readonly logit: number;
  /** Probability that this entity is meant, 0 to 1; the claims of a span and "none of these" sum to 1. */
  readonly score: number;
}

/** How sure the resolver must be that one of the claimed entities is meant. */
export const THRESHOLDS: Record<Eagerness, number> = { strict: 0.8, balanced: 0.55, eager: 0.3 };

/** Scores every claim on a span, best first. */
export function scoreClaims(
  table: ScoreTable,
  span: Span,
  page: PageEvidence,
  stats: SurfaceStats,
  x: Float64Array,
): ScoredClaim[] {
  const evidences = weighEvidence(span, page);
  const { claims, around } = span;
  const previous = table.previous.get(around.previous);
  const next = table.next.get(around.next);
  const logits: number[] = [];
  let top = 0;
  for (let index = 0; index < claims.length; index += 1) {
    const [claim, evidence] = [claims[index], evidences[index]];
    if (claim === undefined || evidence === undefined) break;
    describeClaim(x, span, claim, evidence, stats);
    const group = groupIndex(claim.profile.kind);
    const weighed = dot(x, table.rows[group]) + (previous?.[group] ?? 0) + (next?.[group] ?? 0);
    const logit = Math.max(weighed, floorOf(x, claim) ?? -Infinity);
    logits.push(logit);
    top = Math.max(top, logit);
  }
  let total = Math.exp(-top);
  for (const logit of logits) total += Math.exp(logit - top);
  const scored: ScoredClaim[] = [];
  for (let index = 0; index < logits.length; index += 1) {
    const [claim, evidence] = [claims[index], evidences[index]];
    if (claim === undefined || evidence === undefined) break;
    const logit = logits[index] ?? -Infinity;
    scored.push({ claim, evidence, logit, score: Math.exp(logit - top) / total });
  }
  if (scored.length < 2) return scored;
  return scored.toSorted((a, b) => b.score - a.score || a.claim.profile.key - b.claim.profile.key);
}

function dot(x: Float64Array, row: Float64Array | undefined): number {
  if (row === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < x.length; index += 1) sum += (x[index] ?? 0) * (row[index] ?? 0);
  return sum;
}
