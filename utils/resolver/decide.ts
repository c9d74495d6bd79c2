import type { Mention, Reason } from '../model/mention';
import type { Eagerness } from '../model/page';
import type { Verdicts } from './decisions';
import type { Evidence } from './evidence';
import type { SurfaceStats } from './features';
import type { Overlaps } from './overlaps';
import { numberedEnd } from './radar';
import { reasonsFor } from './reasons';
import { THRESHOLDS, type ScoredClaim } from './score';
import type { Span } from './spans';

/** How many runners-up a mention carries. */
const OTHERS_MAX = 3;

/** A span with its scored claims: what the mentions are chosen from. Training reads these too. */
export interface ScoredSpan {
  readonly span: Span;
  readonly stats: SurfaceStats;
  /** Best first. */
  readonly claims: readonly ScoredClaim[];
}

/**
 * Makes the last decision on spans of one page: which of the claims lights up, if any.
 *
 * The reader's word comes first. Then the odds of all claims together must reach the bar of the setting; the best of them
 * is the mention. Equal evidence gives the same list of reasons, shared between mentions.
 */
export function createDecider(
  eagerness: Eagerness,
  verdicts: Verdicts | null,
  overlaps: Overlaps,
): (scored: ScoredSpan) => Mention | null {
  const reasons = new Map<Evidence, readonly Reason[]>();
  const reasonsOf = (scored: ScoredClaim, surface: string): readonly Reason[] => {
    const known = reasons.get(scored.evidence);
    if (known !== undefined) return known;
    const made = reasonsFor(scored, surface, overlaps);
    reasons.set(scored.evidence, made);
    return made;
  };

  const toMention = (
    span: Span,
    best: ScoredClaim,
    open: readonly ScoredClaim[],
    score: number,
    first: readonly Reason[],
  ): Mention => {
    const { block, start, surface } = span;
    const { profile } = best.claim;
    const end = profile.kind === 'operation' ? numberedEnd(block.text, span.end) : span.end;
    const own = reasonsOf(best, surface);
    return {
      block: block.id,
      start,
      end,
      key: profile.key,
      surface: end === span.end ? surface : block.text.slice(start, end),
      score,
      reasons: first.length === 0 ? own : [...first, ...own],
      others: open
        .filter((scored) => scored !== best)
        .slice(0, OTHERS_MAX)
        .map((scored) => ({
          key: scored.claim.profile.key,
          score: scored.score,
          reasons: reasonsOf(scored, surface),
        })),
    };
  };

  return ({ span, claims }) => {
    let open = claims;
    if (verdicts !== null) {
      const judged = claims.map((scored) => ({
        scored,
        verdict: verdicts(scored.claim.profile, span.surface),
      }));
      open = judged.filter(({ verdict }) => verdict?.verdict !== 'not-this').map(({ scored }) => scored);
      const chosen = judged.find(({ verdict }) => verdict?.verdict === 'always-this');
      if (chosen !== undefined && chosen.verdict !== null) {
        return toMention(span, chosen.scored, open, 1, [{ type: 'choice', scope: chosen.verdict.scope }]);
      }
    }
    let best: ScoredClaim | null = null;
    let odds = 0;
    for (const scored of open) {
      if (!mayLight(scored, eagerness)) continue;
      best ??= scored;
      // Claims that the reader rejected, or that may not light, take no share: the others are weighed without them.
      odds += Math.exp(Math.min(scored.logit, 30));
    }
    const score = odds / (1 + odds);
    return best === null || score < THRESHOLDS[eagerness] ? null : toMention(span, best, open, score, []);
  };
}

/** A weak alias without any evidence stays dark, however likely: only the eager setting trusts the odds alone. */
function mayLight({ claim, evidence }: ScoredClaim, eagerness: Eagerness): boolean {
  if (evidence.definedOtherwise) return false;
  return claim.alias.strength === 'strong' || evidence.any || eagerness === 'eager';
}
