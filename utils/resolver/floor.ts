import { FEATURE_INDEX, type Feature } from './features';
import type { Claim } from './spans';

/** Log odds that a strong alias standing free has at least: enough for the strict setting. */
const STRONG_FLOOR = 1.6;
/** The same for a surname after its full name: enough for the balanced setting, not for the strict one. */
const SURNAME_FLOOR = 0.9;

/** What speaks against a form by where and how it stands. */
const OBJECTIONS: readonly Feature[] = [
  'all-lower',
  'common-word',
  'lower-on-page',
  'capital-before',
  'capital-after',
  'initial-before',
  'of-before',
  'head-of-before',
  'head-after',
  'run-head-after',
  'hyphen-capital-after',
  'defined-otherwise',
  'rival-full-name',
];
const OBJECTION_SLOTS = OBJECTIONS.map((feature) => FEATURE_INDEX[feature]);

/**
 * The least log odds of a claim, whatever the trained weights think, or null when they alone decide.
 *
 * "Strong" promises that the alias lights up wherever it stands. Corpora know nothing of that promise: there, every name
 * is somebody's guess. So where nothing objects and nobody has counted what the form meant before, the promise holds.
 */
export function floorOf(x: Float64Array, claim: Claim): number | null {
  const isStrong = claim.origin === 'listed' && claim.alias.strength === 'strong';
  const isSurname = claim.origin === 'surname';
  if ((!isStrong && !isSurname) || claim.profile.seen !== undefined) return null;
  if (isSurname && x[FEATURE_INDEX['first-capital-before']] === 1 && x[FEATURE_INDEX['full-name']] === 0)
    return null;
  for (const slot of OBJECTION_SLOTS) if ((x[slot] ?? 0) > 0) return null;
  return isStrong ? STRONG_FLOOR : SURNAME_FLOOR;
}
