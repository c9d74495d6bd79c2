import { KINDS } from '../../../utils/model/kind';
import { hitTest } from '../../../utils/page/hit-test';
import { decodeMarks, type Mark } from '../../../utils/page/marks';
import { PageText } from '../../../utils/page/page-text';
import { readBlocksNow } from '../../../utils/page/read-blocks';

/** Runs inside a page, bundled: the hit test by itself, without the rest of the content script around it. */

interface HitTestTimes {
  /** Microseconds a call, medians of rounds over random points of the viewport. */
  readonly ours: number;
  /** The browser's own part of it: `caretPositionFromPoint` alone. */
  readonly caret: number;
  /** `CSS.highlights.highlightsFromPoint`, the API made for it; null where there is none. */
  readonly highlights: number | null;
  readonly marks: number;
  readonly hits: number;
}

const POINTS = 1_500;
const ROUNDS = 7;

function measure(names: readonly string[]): HitTestTimes {
  const text = new PageText();
  for (const block of readBlocksNow([document.querySelector('article') ?? document.body])) text.add(block);
  const marks = new Map<number, Mark[]>();
  let count = 0;
  for (const block of text.blocks()) {
    const numbers = placesIn(block.text, names);
    marks.set(block.id, decodeMarks(block, numbers));
    count += numbers.length / 4;
  }
  const points = Array.from({ length: POINTS }, (_, index) => ({
    x: 300 + ((index * 97) % 680),
    y: (index * 61) % innerHeight,
  }));
  const marksOf = (id: number): readonly Mark[] => marks.get(id) ?? [];
  const registry = CSS.highlights as unknown as { highlightsFromPoint?: (x: number, y: number) => unknown };
  return {
    ours: microsPerCall(() => points.forEach(({ x, y }) => hitTest(x, y, text, marksOf))),
    caret: microsPerCall(() => points.forEach(({ x, y }) => document.caretPositionFromPoint(x, y))),
    highlights:
      registry.highlightsFromPoint === undefined
        ? null
        : microsPerCall(() => points.forEach(({ x, y }) => registry.highlightsFromPoint?.(x, y))),
    marks: count,
    hits: points.filter(({ x, y }) => hitTest(x, y, text, marksOf) !== null).length,
  };
}

/** Start, end, kind, first of every name in a text, found the plain way. */
function placesIn(text: string, names: readonly string[]): number[] {
  const taken: [number, number][] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      taken.push([at, at + name.length]);
  }
  taken.sort((a, b) => a[0] - b[0]);
  return taken.flatMap(([start, end]) => [start, end, KINDS.indexOf('place'), 0]);
}

function microsPerCall(run: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    run();
    return ((performance.now() - began) * 1000) / POINTS;
  });
  return rounds.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

Object.assign(globalThis, { benchHitTest: measure });
