import type { Feature, Group } from './features';

/** Weights of the features for all kinds, and what one group of kinds adds. Log odds: +1 makes a claim 2.7 times likelier. */
export interface Weights {
  readonly all: Readonly<Partial<Record<Feature, number>>>;
  readonly groups: Readonly<Partial<Record<Group, Readonly<Partial<Record<Feature, number>>>>>>;
  /** What the words right before and after a name say of its kind: word to one weight a group, in their order. */
  readonly previous: Readonly<Record<string, readonly number[]>>;
  readonly next: Readonly<Record<string, readonly number[]>>;
}

/** Set by hand from what editors know of names; the starting point of training and what it is measured against. */
export const HAND_WEIGHTS: Weights = {
  all: {
    strong: 2.5,
    weak: -0.5,
    'own-name': 0.5,
    'several-words': 1.5,
    acronym: 0.3,
    'all-lower': -1,
    shouted: -0.3,
    'common-word': -1,
    surname: 1.5,
    'first-name': -0.2,
    'short-form': 1,
    initials: 1,
    defined: 3,
    'sentence-start': -0.1,
    'capital-before': -1.2,
    'capital-after': -1.2,
    'hyphen-before': -0.3,
    'of-before': -0.8,
    'head-after': -3,
    'hyphen-capital-after': -0.5,
    'lower-on-page': -2,
    'capital-before-elsewhere': -0.5,
    'capital-after-elsewhere': -0.3,
    'cased-elsewhere': 0.5,
    'full-name': 2,
    'rival-full-name': -1.5,
    'defined-otherwise': -5,
    'context-share': 2,
    'context-hits': 1.5,
    'context-best': 1,
    companions: 2,
    section: 1,
    senses: -0.5,
    'seen-share': 1,
    'never-seen': -0.3,
    'lone-weak': -3,
  },
  groups: {
    person: { 'capital-before': -2, 'title-before': 0.8 },
    operation: { 'number-after': 0.5, 'capital-before': 1 },
  },
  previous: {},
  next: {},
};
