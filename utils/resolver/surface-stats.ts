import type { SurfaceStats } from './features';
import type { PageWords } from './page-words';
import type { Span } from './spans';
import { hashWord } from './word-hash';
import { isWordCode } from './words';

/** Gathers what all occurrences of each surface look like, so that one occurrence can be judged by the others. */
export function surfaceStats(spans: readonly Span[], words: PageWords): (span: Span) => SurfaceStats {
  const bySurface = new Map<
    string,
    { count: number; before: number; after: number; cased: number; first: boolean }
  >();
  for (const { surface, around } of spans) {
    const key = surface.toLowerCase();
    const entry = bySurface.get(key) ?? {
      count: 0,
      before: 0,
      after: 0,
      cased: 0,
      first: around.capitalBefore || around.initialBefore,
    };
    entry.count += 1;
    if (around.capitalBefore || around.initialBefore) entry.before += 1;
    if (around.capitalAfter || around.headAfter) entry.after += 1;
    if (around.capsShare < 0.5 && around.titleShare < 0.75) entry.cased += 1;
    bySurface.set(key, entry);
  }
  const starts = new Set(spans.map(({ order, start }) => placeOf(order, start)));
  const ends = new Set(spans.map(({ order, end }) => placeOf(order, end)));
  return ({ surface, around, order, start, end }) => {
    const entry = bySurface.get(surface.toLowerCase()) ?? {
      count: 1,
      before: 0,
      after: 0,
      cased: 0,
      first: false,
    };
    const others = Math.max(1, entry.count - 1);
    return {
      capitalBefore: (entry.before - Number(around.capitalBefore || around.initialBefore)) / others,
      capitalAfter: (entry.after - Number(around.capitalAfter || around.headAfter)) / others,
      knownAfter: starts.has(placeOf(order, end + 1)),
      knownBefore: ends.has(placeOf(order, start - 1)),
      firstCapitalBefore: entry.first,
      cased: entry.cased > 0,
      lower: lowerShare(surface, words),
    };
  };
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
