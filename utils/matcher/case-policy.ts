import type { CaseRule } from '../model/entity';
import type { CaseCounts } from '../text/letter-case';

/**
 * What a surface's letter case must be for one alias: the alias's case rule with all that can be known of it beforehand.
 * - `ANY`: whatever.
 * - `NOT_LOWER`: a capital somewhere, as befits a proper name.
 * - `CAPITALS`: no small letter, which is as written for an alias in capitals.
 * - `AS_WRITTEN`: the alias's own capitals, letter by letter.
 * - `AS_WRITTEN_OR_CAPITALS`: that, or a headline in capitals.
 */
export const ANY = 0;
export const NOT_LOWER = 1;
export const CAPITALS = 2;
export const AS_WRITTEN = 3;
export const AS_WRITTEN_OR_CAPITALS = 4;

/** Share of capitals among cased letters from which `auto` takes an alias as written ("NATO", "UNSCOM", "MI5"). */
const CAPITAL_SHARE = 0.75;
/** Number of letters up to which `auto` takes an alias as written ("IS", "Xi", "ROK"). */
const SHORT_LETTERS = 3;

/**
 * The policy of an alias.
 *
 * @param counts of the alias's text
 * @param letterCount all letters, cased or not
 */
export function policyOf(rule: CaseRule, counts: CaseCounts, letterCount: number): number {
  const cased = counts.upper + counts.lower;
  if (cased === 0 || rule === 'fold') return ANY;
  const asWritten = counts.lower === 0 ? CAPITALS : AS_WRITTEN;
  if (rule === 'exact') return asWritten;
  const isMostlyCapital = counts.upper >= CAPITAL_SHARE * cased;
  if (isMostlyCapital || letterCount <= SHORT_LETTERS) {
    return asWritten === CAPITALS ? CAPITALS : AS_WRITTEN_OR_CAPITALS;
  }
  return counts.upper > 0 ? NOT_LOWER : ANY;
}

/** Whether a surface meets a policy as far as its counts tell: `null` when its letters must be compared one by one. */
export function meetsByCounts(policy: number, surface: CaseCounts): boolean | null {
  switch (policy) {
    case ANY:
      return true;
    case NOT_LOWER:
      return surface.upper > 0;
    case CAPITALS:
      return surface.lower === 0;
    case AS_WRITTEN:
      return null;
    default:
      return surface.lower === 0 ? true : null;
  }
}
