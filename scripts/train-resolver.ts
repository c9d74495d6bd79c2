import { writeFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { createEngine, engineOf, toPage, type Engine } from '../tests/evaluation/engine';
import { LESSONS, readMarkup } from '../tests/evaluation/lessons';
import {
  readSet,
  setFiles,
  type GoldMention,
  type MentionSet,
  type SetDocument,
} from '../tests/evaluation/sets';
import { toProfile as knownProfile } from '../tests/resolver/page';
import { describeClaim } from '../utils/resolver/describe-claim';
import { FEATURES, groupIndex, GROUPS, type Feature } from '../utils/resolver/features';
import type { ScoredSpan } from '../utils/resolver/decide';
import { scoreSpans } from '../utils/resolver/resolve';
import { createScoreTable } from '../utils/resolver/score';
import { HAND_WEIGHTS, type Weights } from '../utils/resolver/weights';

/** One span as training sees it. */
interface Sample {
  readonly claims: readonly { readonly x: Float64Array; readonly group: number }[];
  readonly previous: string;
  readonly next: string;
  /** Indexes of the claims that are right; empty when none is meant. */
  readonly right: readonly number[];
  readonly weight: number;
}

/** What one mistake in a set counts. Small sets of the kind of text that matters most count more, endless ones less. */
const SET_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^domain/, 4],
  [/^aida.*@label/, 0.5],
  [/^aida/, 1],
  [/^(?:eww|lgl)/, 0.3],
  [/^re3d/, 0.3],
  [/^news-100/, 1],
  [/^news-fair/, 1],
  [/^(?:reuters|rss)/, 0.4],
];
/** Only some of the names in these are annotated: what is not tells nothing. */
const INCOMPLETE = /^(?:reuters|rss)/;

/** What one mistake in a lesson counts: a hundred spans stand against thirty thousand. */
const LESSON_WEIGHT = 8;

const EPOCHS = 25;
const RATE = 0.08;
/** Pull towards the weights set by hand, and of group and word weights towards 0. */
const PULL = 4e-5;
const WORD_COUNT_MIN = 25;
const WORDS_MAX = 120;
/**
 * Features that keep the weight set by hand: the corpora annotate hyphenated compounds by other rules than readers expect
 * ("US-led" lights up US), or hardly have the case at all.
 */
const FIXED: ReadonlySet<Feature> = new Set<Feature>([
  'hyphen-small-after',
  'hyphen-before',
  'all-lower',
  'defined',
  'defined-otherwise',
  'companions',
  'section',
  'lone-weak',
]);

/** Weights smaller than this are left out of the table. */
const WEIGHT_MIN = 0.05;

/**
 * Trains the weights of the resolver on the mention sets of a corpus and writes them as a module.
 *
 *     node scripts/run.mjs scripts/train-resolver.ts [--corpus DIR] [--hold-out PERCENT] [--out FILE]
 *
 * A multinomial logistic regression over the claims of each span and "none of them", by stochastic gradient descent with
 * a step size for each weight (AdaGrad). Documents whose id hashes below the hold-out share are left for testing.
 */
export function main(args: readonly string[]): number {
  const value = (name: string, fallback: string): string => {
    const at = args.indexOf(name);
    return at < 0 ? fallback : (args[at + 1] ?? fallback);
  };
  const corpus = resolvePath(value('--corpus', '../shared/corpus'));
  const holdOut = Number(value('--hold-out', '0'));
  const out = value('--out', 'utils/resolver/trained-weights.ts');
  const sets = setFiles(corpus).map(readSet);
  const samples = [...sets, ...crowded(sets)].flatMap((set) => samplesOf(set, holdOut));
  samples.push(...lessonSamples());
  console.log(`${samples.length} spans`);
  const model = train(samples);
  writeFileSync(out, moduleText(toWeights(model)));
  return 0;
}

/** 0 to 99, the same for a document in whatever set it occurs. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 100;
}

/**
 * The sets whose dictionary holds labels alone, once more with everybody else's entities beside their own. In the sets
 * as they are every entity occurs in some document, which would teach that a surname is always the one that is known.
 */
function crowded(sets: readonly MentionSet[]): MentionSet[] {
  const strangers = sets
    .flatMap((set) => set.folds.flatMap((fold) => fold.dict.map((entry) => ({ entry, set }))))
    .filter(({ entry }) => entry.kind === 'person' || entry.kind === 'org' || entry.kind === 'place')
    .filter((_, index) => index % 3 === 0);
  return sets
    .filter((set) => set.protocol === 'label')
    .map((set) => ({
      ...set,
      folds: set.folds.map((fold) => {
        const own = new Set(fold.dict.flatMap((entry) => [entry.id, entry.label]));
        const others = strangers
          .filter(({ entry }) => !own.has(entry.id) && !own.has(entry.label || (entry.names[0] ?? '')))
          .map(({ entry }) => {
            const label = entry.label || (entry.names[0] ?? '');
            return { ...entry, id: `stranger:${entry.id}`, label, names: [label], notes: '', freq: {} };
          });
        return { dict: [...fold.dict, ...others], docs: fold.docs };
      }),
    }));
}

function samplesOf(set: MentionSet, holdOut: number): Sample[] {
  const weight = SET_WEIGHTS.find(([pattern]) => pattern.test(set.name))?.[1] ?? 0.5;
  const table = createScoreTable(HAND_WEIGHTS);
  return set.folds.flatMap((fold) => {
    const engine = createEngine(fold.dict);
    const ids = new Set(fold.dict.map((entry) => entry.id));
    // Corpora without entity ids use the surface: any claim on a gold mention is as right as another.
    const isSurfaceOnly = fold.dict.every((entry) => entry.id.startsWith('n:'));
    return fold.docs
      .filter((doc) => bucketOf(doc.id) >= holdOut)
      .flatMap((doc) =>
        documentSamples(engine, doc, ids, table, {
          weight,
          isSurfaceOnly,
          isIncomplete: INCOMPLETE.test(set.name),
        }),
      );
  });
}

function lessonSamples(): Sample[] {
  const table = createScoreTable(HAND_WEIGHTS);
  return LESSONS.flatMap(({ entities, page }, index) => {
    const engine = engineOf(entities.map(knownProfile));
    let text = '';
    const gold: GoldMention[] = [];
    for (const markup of page) {
      const paragraph = readMarkup(markup);
      for (const { start, end, id } of paragraph.lights) {
        const surface = paragraph.text.slice(start, end);
        gold.push({ start: text.length + start, end: text.length + end, entity: id, surface });
      }
      text += `${paragraph.text}\n`;
    }
    const doc = { id: `lesson:${index}`, title: '', text, spans: null, gold, ignore: [] };
    const ids = new Set(entities.map(({ id }) => id));
    return documentSamples(engine, doc, ids, table, {
      weight: LESSON_WEIGHT,
      isSurfaceOnly: false,
      isIncomplete: false,
    });
  });
}

function documentSamples(
  engine: Engine,
  doc: SetDocument,
  ids: ReadonlySet<string>,
  table: ReturnType<typeof createScoreTable>,
  how: { readonly weight: number; readonly isSurfaceOnly: boolean; readonly isIncomplete: boolean },
): Sample[] {
  const { page, starts } = toPage(engine, doc);
  const right = new Map<string, Set<string>>();
  for (const { start, end, entity } of doc.gold) {
    const known = right.get(`${start},${end}`) ?? new Set();
    right.set(`${start},${end}`, known.add(entity));
  }
  return scoreSpans(page, { memory: engine.memory }, table).scored.flatMap((scored) => {
    const start = (starts[scored.span.block.id] ?? 0) + scored.span.start;
    const end = start + scored.span.surface.length;
    if (doc.spans !== null && !doc.spans.some(([from, to]) => start >= from && end <= to)) return [];
    const gold = right.get(`${start},${end}`);
    const isKnown = gold !== undefined && [...gold].some((id) => ids.has(id));
    if (!isKnown && doc.ignore.some(([from, to]) => start < to && end > from)) return [];
    if (how.isIncomplete && !doc.gold.some((other) => start < other.end && end > other.start)) return [];
    const isRight = (id: string): boolean => isKnown && (how.isSurfaceOnly || gold.has(id));
    return [toSample(scored, isRight, how.weight)];
  });
}

function toSample(
  { span, stats, claims }: ScoredSpan,
  isRight: (id: string) => boolean,
  weight: number,
): Sample {
  return {
    claims: claims.map(({ claim, evidence }) => {
      const x = new Float64Array(FEATURES.length);
      describeClaim(x, span, claim, evidence, stats);
      return { x, group: groupIndex(claim.profile.kind) };
    }),
    previous: span.around.previous,
    next: span.around.next,
    right: claims.flatMap(({ claim }, index) => (isRight(claim.profile.id) ? [index] : [])),
    weight,
  };
}

interface Model {
  /** Weights for all, then one row a group, then one slot a word and group. */
  readonly weights: Float64Array;
  readonly previous: ReadonlyMap<string, number>;
  readonly next: ReadonlyMap<string, number>;
}

const ROW = FEATURES.length;
const isFixed = Uint8Array.from(FEATURES, (feature) => Number(FIXED.has(feature)));
const WORDS_FROM = ROW * (GROUPS.length + 1);

function train(samples: readonly Sample[]): Model {
  const previous = frequentWords(
    samples.map((sample) => sample.previous),
    WORDS_FROM,
  );
  const next = frequentWords(
    samples.map((sample) => sample.next),
    WORDS_FROM + previous.size * GROUPS.length,
  );
  const size = WORDS_FROM + (previous.size + next.size) * GROUPS.length;
  const prior = new Float64Array(size);
  FEATURES.forEach((feature, index) => {
    prior[index] = HAND_WEIGHTS.all[feature] ?? 0;
    GROUPS.forEach((group, row) => {
      prior[(row + 1) * ROW + index] = HAND_WEIGHTS.groups[group]?.[feature] ?? 0;
    });
  });
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(size).fill(1e-3);
  const model = { weights, previous, next };
  let order = samples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    order = shuffled(order, epoch + 1);
    let loss = 0;
    for (const index of order) {
      const sample = samples[index];
      if (sample !== undefined) loss += step(model, sample, prior, squares);
    }
    if (epoch % 6 === 0 || epoch === EPOCHS - 1)
      console.log(`epoch ${epoch}: loss ${(loss / samples.length).toFixed(4)}`);
  }
  return model;
}

function slotsOf(model: Model, sample: Sample, group: number): number[] {
  return [model.previous.get(sample.previous), model.next.get(sample.next)].flatMap((slot) =>
    slot === undefined ? [] : [slot + group],
  );
}

function step(model: Model, sample: Sample, prior: Float64Array, squares: Float64Array): number {
  const { weights } = model;
  const logits = sample.claims.map(({ x, group }) => {
    let sum = 0;
    const row = (group + 1) * ROW;
    for (let index = 0; index < ROW; index += 1) {
      sum += (x[index] ?? 0) * ((weights[index] ?? 0) + (weights[row + index] ?? 0));
    }
    for (const slot of slotsOf(model, sample, group)) sum += weights[slot] ?? 0;
    return sum;
  });
  const top = Math.max(0, ...logits);
  const masses = logits.map((logit) => Math.exp(logit - top));
  const none = Math.exp(-top);
  const total = masses.reduce((sum, mass) => sum + mass, none);
  const rightMass =
    sample.right.length === 0 ? none : sample.right.reduce((sum, index) => sum + (masses[index] ?? 0), 0);

  const move = (slot: number, gradient: number): void => {
    if (slot < WORDS_FROM && isFixed[slot % ROW] === 1) return;
    const g = gradient + PULL * ((weights[slot] ?? 0) - (prior[slot] ?? 0));
    squares[slot] = (squares[slot] ?? 0) + g * g;
    weights[slot] = (weights[slot] ?? 0) - (RATE * g) / Math.sqrt(squares[slot] ?? 1);
  };
  sample.claims.forEach(({ x, group }, claim) => {
    const mass = masses[claim] ?? 0;
    const target = sample.right.includes(claim) ? mass / rightMass : 0;
    const error = sample.weight * (mass / total - target);
    if (Math.abs(error) < 1e-6) return;
    const row = (group + 1) * ROW;
    for (let index = 0; index < ROW; index += 1) {
      const value = x[index] ?? 0;
      if (value === 0) continue;
      move(index, error * value);
      move(row + index, error * value);
    }
    for (const slot of slotsOf(model, sample, group)) move(slot, error);
  });
  return -Math.log(rightMass / total) * sample.weight;
}

/** Slots for the words that occur often enough to learn from. */
function frequentWords(words: readonly string[], from: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    if (/^\p{Ll}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= WORD_COUNT_MIN).toSorted((a, b) => b[1] - a[1]);
  return new Map(frequent.slice(0, WORDS_MAX).map(([word], index) => [word, from + index * GROUPS.length]));
}

/** Fisher and Yates, with a generator of its own so that two runs agree. */
function shuffled(order: readonly number[], seed: number): number[] {
  const result = [...order];
  let state = seed * 2654435761;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    [result[index], result[other]] = [result[other] ?? 0, result[index] ?? 0];
  }
  return result;
}

function toWeights({ weights, previous, next }: Model): Weights {
  const row = (from: number): Record<string, number> =>
    Object.fromEntries(
      FEATURES.flatMap((feature, index) => {
        const weight = round(weights[from + index] ?? 0);
        return Math.abs(weight) < WEIGHT_MIN ? [] : [[feature, weight]];
      }),
    );
  const words = (slots: ReadonlyMap<string, number>): Record<string, number[]> =>
    Object.fromEntries(
      [...slots].flatMap(([word, slot]) => {
        const values = GROUPS.map((_, group) => round(weights[slot + group] ?? 0));
        return values.every((weight) => Math.abs(weight) < 0.25) ? [] : [[word, values]];
      }),
    );
  return {
    all: row(0),
    groups: Object.fromEntries(GROUPS.map((group, index) => [group, row((index + 1) * ROW)])),
    previous: words(previous),
    next: words(next),
  };
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

function moduleText(weights: Weights): string {
  return [
    "import type { Weights } from './weights';",
    '',
    '/** Made by `scripts/train-resolver.ts`; train again rather than edit. What it gains is in `tests/evaluation/RESULTS.md`. */',
    `export const TRAINED_WEIGHTS: Weights = ${JSON.stringify(weights)};`,
    '',
  ].join('\n');
}
