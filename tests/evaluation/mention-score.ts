import type { Fold, SetDocument } from './sets';

/** A predicted mention. UTF-16 offsets, end exclusive. */
export interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

/** A fold with what was predicted for each of its documents, in their order. */
export interface ScoredFold {
  readonly fold: Fold;
  readonly predictions: readonly (readonly Prediction[])[];
}

/** Shares from 0 to 1; null where nothing was counted. */
export interface MentionScore {
  /** Gold mentions of entities that the dictionary has, one a place. */
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly linkPrecision: number;
  readonly linkRecall: number;
  readonly linkF1: number;
  /** Linking F1 where any overlap with a gold mention of the same entity counts. */
  readonly lenientF1: number;
  /** Right entity among detected mentions whose surface belongs to two or more entities. */
  readonly sense: number | null;
  readonly ambiguous: number;
  readonly seenRecall: number | null;
  /** Recall on surfaces that the dictionary does not list for the entity. */
  readonly unseenRecall: number | null;
  readonly unseen: number;
  /** False hits: on another entity's mention, inside a longer one, across one, or where nothing is annotated. */
  readonly false: {
    readonly nil: number;
    readonly inside: number;
    readonly across: number;
    readonly outside: number;
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

interface Tally {
  tp: number;
  fp: number;
  fn: number;
  linkTp: number;
  linkFp: number;
  linkFn: number;
  lenientTp: number;
  lenientFp: number;
  lenientGold: number;
  lenientHit: number;
  ambiguous: number;
  ambiguousFound: number;
  ambiguousRight: number;
  seen: number;
  seenHit: number;
  unseen: number;
  unseenHit: number;
  nil: number;
  inside: number;
  across: number;
  outside: number;
}

/** Scores all folds of a set together. */
export function scoreMentions(folds: readonly ScoredFold[]): MentionScore {
  const tally: Tally = {
    tp: 0,
    fp: 0,
    fn: 0,
    linkTp: 0,
    linkFp: 0,
    linkFn: 0,
    lenientTp: 0,
    lenientFp: 0,
    lenientGold: 0,
    lenientHit: 0,
    ambiguous: 0,
    ambiguousFound: 0,
    ambiguousRight: 0,
    seen: 0,
    seenHit: 0,
    unseen: 0,
    unseenHit: 0,
    nil: 0,
    inside: 0,
    across: 0,
    outside: 0,
  };
  for (const { fold, predictions } of folds) {
    const ids = new Set(fold.dict.map((entry) => entry.id));
    const owners = ownersOf(fold);
    fold.docs.forEach((doc, index) => {
      addDocument(tally, doc, predictions[index] ?? [], ids, owners);
    });
  }
  const precision = ratio(tally.tp, tally.tp + tally.fp);
  const recall = ratio(tally.tp, tally.tp + tally.fn);
  const linkPrecision = ratio(tally.linkTp, tally.linkTp + tally.linkFp);
  const linkRecall = ratio(tally.linkTp, tally.linkTp + tally.linkFn);
  return {
    gold: tally.tp + tally.fn,
    precision,
    recall,
    f1: harmonic(precision, recall),
    linkPrecision,
    linkRecall,
    linkF1: harmonic(linkPrecision, linkRecall),
    lenientF1: harmonic(
      ratio(tally.lenientTp, tally.lenientTp + tally.lenientFp),
      ratio(tally.lenientHit, tally.lenientGold),
    ),
    sense: tally.ambiguousFound === 0 ? null : tally.ambiguousRight / tally.ambiguousFound,
    ambiguous: tally.ambiguous,
    seenRecall: tally.seen === 0 ? null : tally.seenHit / tally.seen,
    unseenRecall: tally.unseen === 0 ? null : tally.unseenHit / tally.unseen,
    unseen: tally.unseen,
    false: { nil: tally.nil, inside: tally.inside, across: tally.across, outside: tally.outside },
  };
}

/** Surface in small letters to the entities that list it. */
export function ownersOf(fold: Fold): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const entry of fold.dict) {
    for (const name of entry.names) {
      const key = name.toLowerCase();
      const ids = owners.get(key) ?? new Set();
      ids.add(entry.id);
      owners.set(key, ids);
    }
  }
  return owners;
}

function addDocument(
  tally: Tally,
  doc: SetDocument,
  predictions: readonly Prediction[],
  ids: ReadonlySet<string>,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const isAnnotated = (start: number, end: number): boolean =>
    doc.spans === null || doc.spans.some(([from, to]) => start >= from && end <= to);
  const isIgnored = (start: number, end: number): boolean =>
    doc.ignore.some(([from, to]) => start < to && end > from);
  const all = doc.gold.filter((gold) => isAnnotated(gold.start, gold.end));
  const known = all.filter((gold) => ids.has(gold.entity));
  const places = new Set(all.map(placeOf));
  const rightAt = new Map<string, Set<string>>();
  for (const gold of known) {
    const right = rightAt.get(placeOf(gold)) ?? new Set();
    rightAt.set(placeOf(gold), right.add(gold.entity));
  }
  const hits = new Map<string, string>();
  const counted = predictions.filter(({ start, end }) => isAnnotated(start, end));

  for (const prediction of counted) {
    const { start, end, entity } = prediction;
    const place = placeOf(prediction);
    const right = rightAt.get(place);
    if (right !== undefined) {
      tally.tp += 1;
      hits.set(place, entity);
      if (right.has(entity)) tally.linkTp += 1;
      else tally.linkFp += 1;
      continue;
    }
    if (isIgnored(start, end)) continue;
    tally.fp += 1;
    tally.linkFp += 1;
    if (places.has(place)) tally.nil += 1;
    else if (all.some((gold) => gold.start <= start && gold.end >= end)) tally.inside += 1;
    else if (all.some((gold) => start < gold.end && end > gold.start)) tally.across += 1;
    else tally.outside += 1;
  }

  const overlaps = (a: Prediction, b: Prediction): boolean =>
    a.start < b.end && a.end > b.start && a.entity === b.entity;
  for (const prediction of counted) {
    if (known.some((gold) => overlaps(prediction, gold))) tally.lenientTp += 1;
    else if (!isIgnored(prediction.start, prediction.end)) tally.lenientFp += 1;
  }
  tally.lenientGold += known.length;
  // As the corpus defines it, a prediction outside the annotated stretches may still meet a gold mention.
  tally.lenientHit += known.filter((gold) =>
    predictions.some((prediction) => overlaps(prediction, gold)),
  ).length;

  const surfaces = new Map<string, string>();
  for (const gold of known) if (!surfaces.has(placeOf(gold))) surfaces.set(placeOf(gold), gold.surface);
  for (const [place, surface] of surfaces) {
    const right = rightAt.get(place) ?? new Set();
    const claimants = owners.get(surface.toLowerCase()) ?? new Set<string>();
    const hit = hits.get(place);
    const isListed = [...right].some((id) => claimants.has(id));
    if (hit === undefined) {
      tally.fn += 1;
      tally.linkFn += 1;
    } else if (!right.has(hit)) tally.linkFn += 1;
    if (isListed) {
      tally.seen += 1;
      if (hit !== undefined) tally.seenHit += 1;
    } else {
      tally.unseen += 1;
      if (hit !== undefined) tally.unseenHit += 1;
    }
    if (claimants.size > 1 && isListed) {
      tally.ambiguous += 1;
      if (hit !== undefined) tally.ambiguousFound += 1;
      if (hit !== undefined && right.has(hit)) tally.ambiguousRight += 1;
    }
  }
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start},${end}`;
}
