import { isCommonWord } from './common-words';
import type { Evidence } from './evidence';
import { FEATURE_INDEX, groupIndex, GROUPS, type SurfaceStats } from './features';
import { wordCount, type Claim, type Span } from './spans';
import { isAllCaps, isAllLower } from './words';

const I = FEATURE_INDEX;
const PLACE = GROUPS.indexOf('place');
const BODY = GROUPS.indexOf('body');

/** Fills `x` (as long as `FEATURES`) with the features of one claim. Every slot is written. */
export function describeClaim(
  x: Float64Array,
  span: Span,
  claim: Claim,
  evidence: Evidence,
  stats: SurfaceStats,
): void {
  x[I.bias] = 1;
  describeForm(x, span, claim, evidence, stats);
  describePlace(x, span, claim, stats);
  describePage(x, span, evidence, stats);
  describeRivals(x, span, claim, evidence);
}

/** What the form is: how it is written and how it came to stand for the entity. */
function describeForm(
  x: Float64Array,
  { surface, around }: Span,
  { alias, origin, profile }: Claim,
  evidence: Evidence,
  stats: SurfaceStats,
): void {
  const isSingle = wordCount(alias.text) === 1;
  const isAcronym = isSingle && isAllCaps(alias.text, 0, alias.text.length);
  // "US" is told from "us" by its capitals, except where everything has them; "coronavirus" may be small by its case rule.
  const readsAsWord = isSingle && alias.case !== 'fold' && (!isAcronym || around.capsShare >= 0.5);
  x[I.strong] = Number(origin === 'listed' && alias.strength === 'strong');
  x[I.weak] = Number(origin === 'listed' && alias.strength === 'weak');
  x[I['own-name']] = Number(alias.text === profile.name);
  x[I['several-words']] = Number(!isSingle);
  x[I['three-letters']] = Number(surface.length <= 3);
  x[I.acronym] = Number(isAcronym);
  x[I['all-lower']] = Number(alias.case !== 'fold' && isAllLower(surface, 0, surface.length));
  x[I.shouted] = Number(
    isAllCaps(surface, 0, surface.length) && !isAllCaps(alias.text, 0, alias.text.length),
  );
  x[I['common-word']] = Number(readsAsWord && isCommonWord(surface.toLowerCase()));
  x[I['lower-on-page']] = readsAsWord ? stats.lower : 0;
  x[I.surname] = Number(origin === 'surname');
  x[I['first-name']] = Number(origin === 'first-name');
  x[I['short-form']] = Number(origin === 'short-form');
  x[I.initials] = Number(origin === 'initials');
  x[I.defined] = Number(evidence.defined !== null);
  x[I['sentence-start']] = Number(around.sentenceStart && isSingle);
  x[I.dotted] = Number(isSingle && surface.includes('.') && /\p{L}\.\p{L}/u.test(surface));
  x[I['part-of-name']] = Number(evidence.partOfName);
  x[I['lone-weak']] = Number(alias.strength === 'weak' && !evidence.any);
  x[I['acronym-capital-after']] = Number(isAcronym && around.capitalAfter);
  x[I['acronym-head-after']] = Number(isAcronym && (around.headAfter || around.runHeadAfter));
}

/** What stands right around it. */
function describePlace(
  x: Float64Array,
  { around }: Span,
  { alias, profile }: Claim,
  stats: SurfaceStats,
): void {
  const isAdjective = profile.kind === 'place' && isDemonym(alias.text, profile.name);
  x[I['capital-before']] = Number(around.capitalBefore);
  x[I['capital-after']] = Number(around.capitalAfter);
  x[I['title-before']] = Number(around.titleBefore);
  x[I['initial-before']] = Number(around.initialBefore);
  x[I['of-before']] = Number(around.ofBefore);
  x[I['plain-line-after-of']] = Number(around.previous === 'of' && !around.ofBefore);
  x[I['head-of-before']] = Number(around.headOfBefore);
  x[I['head-after']] = Number(around.headAfter);
  x[I['run-head-after']] = Number(around.runHeadAfter);
  x[I['hyphen-before']] = Number(around.hyphenBefore);
  x[I['hyphen-capital-after']] = Number(around.hyphenCapitalAfter);
  x[I['hyphen-small-after']] = Number(around.hyphenSmallAfter);
  x[I['number-before']] = Number(around.numberBefore);
  x[I['number-after']] = Number(around.numberAfter);
  x[I.possessive] = Number(around.possessive);
  x[I['caps-line']] = around.capsShare;
  x[I['title-line']] = around.titleShare;
  x[I.dateline] = Number(around.dateline);
  x[I['in-brackets']] = Number(around.inBrackets);
  x[I.demonym] = Number(isAdjective);
  x[I['demonym-capital-after']] = Number(isAdjective && around.capitalAfter);
  x[I['known-after']] = Number(stats.knownAfter);
  x[I['known-before']] = Number(stats.knownBefore);
}

/** What the rest of the page says. */
function describePage(x: Float64Array, { around }: Span, evidence: Evidence, stats: SurfaceStats): void {
  x[I['capital-before-elsewhere']] = stats.capitalBefore;
  x[I['capital-after-elsewhere']] = stats.capitalAfter;
  x[I['cased-elsewhere']] = Number(stats.cased);
  x[I['first-capital-before']] = Number(stats.firstCapitalBefore && !around.capitalBefore);
  x[I['full-name']] = Number(evidence.fullName !== null);
  x[I['rival-full-name']] = Number(evidence.rivalFullName);
  x[I['defined-otherwise']] = Number(evidence.definedOtherwise);
  x[I['context-share']] = evidence.contextShare;
  x[I['context-hits']] = evidence.contextHits;
  x[I['context-best']] = evidence.contextBest;
  x[I['rare-context-share']] = evidence.rareShare;
  x[I['rare-context-best']] = evidence.rareBest;
  x[I.companions] = Number(evidence.companions.length > 0);
  x[I.section] = Number(evidence.section !== null);
  x[I['sport-page']] = evidence.sport;
}

/** Who else claims the form, and how often each was meant before. */
function describeRivals(x: Float64Array, { claims }: Span, claim: Claim, evidence: Evidence): void {
  let placeRival = false;
  let bodyRival = false;
  for (const other of claims) {
    if (other === claim) continue;
    const group = groupIndex(other.profile.kind);
    placeRival ||= group === PLACE;
    bodyRival ||= group === BODY;
  }
  x[I.senses] = 1 - 1 / claims.length;
  x[I['place-rival']] = Number(placeRival);
  x[I['body-rival']] = Number(bodyRival);
  x[I['sport-rival']] = placeRival || bodyRival ? evidence.sport : 0;
  x[I['seen-share']] = evidence.seenShare;
  x[I['seen-most']] = Number(evidence.seenMost);
  x[I['seen-count']] = evidence.seenCount;
  x[I['never-seen']] = Number(evidence.neverSeen);
}

/** Whether a place's alias is its adjective or its people: Iraqi, Dutch and the like end so, and are not the name itself. */
function isDemonym(alias: string, name: string): boolean {
  return alias !== name && /^\p{Lu}\p{Ll}+(?:ans?|ish|ese|is?|ch|ss|ts?|cks?|ds?|es)$/u.test(alias);
}
