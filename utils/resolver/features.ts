import type { Kind } from '../model/kind';
import { isCommonWord } from './common-words';
import type { Evidence } from './evidence';
import { wordCount, type Claim, type Span } from './spans';
import { isAllCaps, isAllLower } from './words';

/**
 * What the score of a claim is made of. Each feature is a number from 0 to 1 (counts are squeezed), so that weights can
 * be read side by side. The order is the order of the weight table: append only, or train again.
 */
export const FEATURES = [
  'bias',
  // The form.
  'strong',
  'weak',
  'own-name',
  'several-words',
  'three-letters',
  'acronym',
  'all-lower',
  'shouted',
  'common-word',
  'surname',
  'first-name',
  'short-form',
  'initials',
  'defined',
  // Where it stands.
  'sentence-start',
  'capital-before',
  'capital-after',
  'title-before',
  'initial-before',
  'of-before',
  'head-after',
  'hyphen-before',
  'hyphen-capital-after',
  'number-before',
  'number-after',
  'possessive',
  'caps-line',
  'title-line',
  // What the page says elsewhere.
  'lower-on-page',
  'capital-before-elsewhere',
  'capital-after-elsewhere',
  'cased-elsewhere',
  'full-name',
  'rival-full-name',
  'defined-otherwise',
  'context-share',
  'context-hits',
  'context-best',
  'companions',
  'section',
  // Who else claims it.
  'senses',
  'seen-share',
  'seen-most',
  'never-seen',
  'part-of-name',
  'lone-weak',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Index of a feature in {@link FEATURES}. */
export const FEATURE_INDEX = Object.fromEntries(FEATURES.map((name, index) => [name, index])) as Readonly<
  Record<Feature, number>
>;

/** Kinds that behave alike in a sentence share weights. */
export const GROUPS = ['person', 'place', 'body', 'operation', 'thing'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Record<Kind, Group> = {
  person: 'person',
  place: 'place',
  organisation: 'body',
  group: 'body',
  operation: 'operation',
  equipment: 'thing',
  document: 'thing',
  event: 'thing',
};

export function groupIndex(kind: Kind): number {
  return GROUPS.indexOf(GROUP_OF[kind]);
}

/** What other occurrences of the same surface look like on the page; shares from 0 to 1. */
export interface SurfaceStats {
  readonly capitalBefore: number;
  readonly capitalAfter: number;
  /** Whether it stands somewhere outside ALL-CAPS and title-case lines, as its alias writes it. */
  readonly cased: boolean;
  /** Share of the word's occurrences that are in small letters throughout. */
  readonly lower: number;
}

/** Fills `x` (as long as {@link FEATURES}) with the features of one claim. */
export function describeClaim(
  x: Float64Array,
  span: Span,
  claim: Claim,
  evidence: Evidence,
  stats: SurfaceStats,
): void {
  const { around, surface, claims } = span;
  const { alias, origin } = claim;
  const set = (feature: Feature, value: number | boolean): void => {
    x[FEATURE_INDEX[feature]] = Number(value);
  };
  const isSingle = wordCount(alias.text) === 1;
  x.fill(0);
  set('bias', 1);
  set('strong', origin === 'listed' && alias.strength === 'strong');
  set('weak', origin === 'listed' && alias.strength === 'weak');
  set('own-name', alias.text === claim.profile.name);
  set('several-words', !isSingle);
  set('three-letters', surface.length <= 3);
  set('acronym', isSingle && isAllCaps(alias.text, 0, alias.text.length));
  set('all-lower', isAllLower(surface, 0, surface.length));
  set('shouted', isAllCaps(surface, 0, surface.length) && !isAllCaps(alias.text, 0, alias.text.length));
  set('common-word', isSingle && isCommonWord(surface.toLowerCase()));
  set('surname', origin === 'surname');
  set('first-name', origin === 'first-name');
  set('short-form', origin === 'short-form');
  set('initials', origin === 'initials');
  set('defined', origin === 'acronym' || evidence.defined !== null);
  set('sentence-start', around.sentenceStart && isSingle);
  set('capital-before', around.capitalBefore);
  set('capital-after', around.capitalAfter);
  set('title-before', around.titleBefore);
  set('initial-before', around.initialBefore);
  set('of-before', around.ofBefore);
  set('head-after', around.headAfter);
  set('hyphen-before', around.hyphenBefore);
  set('hyphen-capital-after', around.hyphenCapitalAfter);
  set('number-before', around.numberBefore);
  set('number-after', around.numberAfter);
  set('possessive', around.possessive);
  set('caps-line', around.capsShare);
  set('title-line', around.titleShare);
  set('lower-on-page', isSingle ? stats.lower : 0);
  set('capital-before-elsewhere', stats.capitalBefore);
  set('capital-after-elsewhere', stats.capitalAfter);
  set('cased-elsewhere', stats.cased);
  set('full-name', evidence.fullName !== null);
  set('rival-full-name', evidence.rivalFullName);
  set('defined-otherwise', evidence.definedOtherwise);
  set('context-share', evidence.contextShare);
  set('context-hits', evidence.contextHits);
  set('context-best', evidence.contextBest);
  set('companions', evidence.companions.length > 0);
  set('section', evidence.section !== null);
  set('senses', 1 - 1 / claims.length);
  set('seen-share', evidence.seenShare);
  set('seen-most', evidence.seenMost);
  set('never-seen', evidence.neverSeen);
  set('part-of-name', evidence.partOfName);
  set('lone-weak', alias.strength === 'weak' && !evidence.any);
}
