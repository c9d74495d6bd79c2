/**
 * How much of anything one pack may hold. A pack comes from strangers, so every bound is enforced while reading, before
 * the thing that exceeds it is kept.
 *
 * The largest public name lists that we know of stay far below: a quarter of a million entities is about every person,
 * place and organisation that a world news agency names in a year.
 */
export const PACK_LIMITS = {
  /** Characters (UTF-16 code units) of the whole file, line ends included. */
  packLength: 64 * 1024 * 1024,
  /** Characters of one line. */
  lineLength: 64 * 1024,
  entityCount: 250_000,
  /** Headwords and aliases together. */
  nameCount: 1_000_000,
  testCount: 10_000,
  /** Levels of nesting within one line: `entity` > `facts` > item > `source` are five. */
  depth: 8,
  idLength: 80,
  nameLength: 200,
  aliasCount: 50,
  summaryLength: 1_000,
  factCount: 100,
  slotLength: 60,
  valueLength: 500,
  linkCount: 50,
  titleLength: 300,
  urlLength: 2_048,
  companionCount: 100,
  contextCount: 100,
  contextWordLength: 60,
  testLength: 2_000,
  lightCount: 100,
  authorCount: 50,
  /** Problems that are collected before reading stops: more than anybody reads at once. */
  problemCount: 100,
} as const;
