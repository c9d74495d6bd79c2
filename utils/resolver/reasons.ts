import type { Reason } from '../model/mention';
import { sharedWords, type Overlaps } from './overlaps';
import type { ScoredClaim } from './score';

/** Why a claim was believed, most telling first, in the form that the card puts into words. */
export function reasonsFor({ claim, evidence }: ScoredClaim, surface: string, overlaps: Overlaps): Reason[] {
  const reasons: Reason[] = [];
  const { alias, origin, source } = claim;
  if (origin === 'acronym' && source !== null) {
    reasons.push({ type: 'defined', short: alias.text, long: source.text, block: source.block });
  } else if (origin !== 'listed' && source !== null) {
    reasons.push({ type: 'short-form', of: source.text, block: source.block });
  } else {
    reasons.push({ type: alias.strength === 'strong' ? 'strong' : 'weak', alias: alias.text });
  }
  const { fullName } = evidence;
  if (fullName !== null && fullName.surface !== source?.text) {
    reasons.push({ type: 'full-name', name: fullName.surface, block: fullName.block });
  }
  if (evidence.companions.length > 0) reasons.push({ type: 'companions', names: evidence.companions });
  const words = sharedWords(overlaps.get(claim.profile.key), surface);
  if (words.length > 0) reasons.push({ type: 'context', words });
  if (evidence.section !== null) reasons.push({ type: 'section', section: evidence.section });
  return reasons;
}
