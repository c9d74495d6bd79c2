import type { SurfaceStats } from './features';
import type { PageWords } from './page-words';
import type { Span } from './spans';
import { hashWord } from './word-hash';
import { isWordCode } from './words';

/** What all occurrences of one surface add up to. */
interface Tally {
  readonly surface: string;
  readonly lower: number;
  /** A capital stands before its first occurrence. */
  readonly first: boolean;
  count: number;
  before: number;
  after: number;
  cased: number;
}

/**
 * Gathers what all occurrences of each surface look like, so that one occurrence can be judged by the others.
 *
 * @returns the stats of a span by its index
 */
export function surfaceStats(
  spans: readonly Span[],
  words: PageWords,
): (index: number) => SurfaceStats | null {
  const bySurface = new Map<string, Tally>();
  const tallies = spans.map(({ surface, around }) => {
    const key = surface.toLowerCase();
    let tally = bySurface.get(key);
    if (tally === undefined) {
      const first = around.capitalBefore || around.initialBefore;
      tally = { surface, lower: lowerShare(surface, words), first, count: 0, before: 0, after: 0, cased: 0 };
      bySurface.set(key, tally);
    }
    tally.count += 1;
    if (around.capitalBefore || around.initialBefore) tally.before += 1;
    if (around.capitalAfter || around.headAfter) tally.after += 1;
    if (around.capsShare < 0.5 && around.titleShare < 0.75) tally.cased += 1;
    return tally;
  });
  const starts = placesOnDemand(spans, ({ order, start }) => placeOf(order, start));
  const ends = placesOnDemand(spans, ({ order, end }) => placeOf(order, end));
  return (index) => {
    const [span, tally] = [spans[index], tallies[index]];
    if (span === undefined || tally === undefined) return null;
    const { surface, around, order, start, end } = span;
    const others = Math.max(1, tally.count - 1);
    return {
      capitalBefore: (tally.before - Number(around.capitalBefore || around.initialBefore)) / others,
      capitalAfter: (tally.after - Number(around.capitalAfter || around.headAfter)) / others,
      knownAfter: around.capitalAfter && starts().has(placeOf(order, end + 1)),
      knownBefore: around.capitalBefore && ends().has(placeOf(order, start - 1)),
      firstCapitalBefore: tally.first,
      cased: tally.cased > 0,
      lower: tally.surface === surface ? tally.lower : lowerShare(surface, words),
    };
  };
}

/** Few pages have two names side by side: the set is made when one is asked for. */
function placesOnDemand(
  spans: readonly Span[],
  placeOfSpan: (span: Span) => number,
): () => ReadonlySet<number> {
  let places: Set<number> | null = null;
  return () => (places ??= new Set(spans.map(placeOfSpan)));
}

function placeOf(order: number, at: number): number {
  return order * 4_194_304 + at;
}

function lowerShare(surface: string, words: PageWords): number {
  for (let at = 0; at < surface.length; at += 1) {
    if (!isWordCode(surface.charCodeAt(at))) return 0;
  }
  const hash = hashWord(surface, 0, surface.length);
  const all = words.count(hash);
  return all === 0 ? 0 : words.countLower(hash) / all;
}
