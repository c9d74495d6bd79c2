import type { Kind } from '../model/kind';

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
  // Seen to matter in training.
  'dateline',
  'demonym',
  'demonym-capital-after',
  'dotted',
  'head-of-before',
  'run-head-after',
  'hyphen-small-after',
  'sport-page',
  'sport-rival',
  'place-rival',
  'body-rival',
  'rare-context-share',
  'rare-context-best',
  'seen-count',
  'first-capital-before',
  'plain-line-after-of',
  'in-brackets',
  'acronym-capital-after',
  'acronym-head-after',
  'known-after',
  'known-before',
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

const GROUP_INDEX = Object.fromEntries(
  Object.entries(GROUP_OF).map(([kind, group]) => [kind, GROUPS.indexOf(group)]),
) as Readonly<Record<Kind, number>>;

export function groupIndex(kind: Kind): number {
  return GROUP_INDEX[kind];
}

/** What other occurrences of the same surface look like on the page; shares from 0 to 1. */
export interface SurfaceStats {
  readonly capitalBefore: number;
  readonly capitalAfter: number;
  /** A capitalised word stands before its first occurrence: "David Wallace ... Wallace". */
  readonly firstCapitalBefore: boolean;
  /** Another candidate stands as a capital word right after this occurrence, or right before: "RAF Typhoons". */
  readonly knownAfter: boolean;
  readonly knownBefore: boolean;
  /** Whether it stands somewhere outside ALL-CAPS and title-case lines, as its alias writes it. */
  readonly cased: boolean;
  /** Share of the word's occurrences that are in small letters throughout. */
  readonly lower: number;
}
