import { isWord } from './tokens';

/** `before[start, end)` gives way to `after[from, to)`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Beyond this many edits a stretch is taken as rewritten. The search remembers one row for each edit, so memory grows
 * with the square: 1,000 edits are 4 MB and a few milliseconds.
 */
const EDITS_MAX = 1000;

/**
 * The shortest edit script between two token lists (Myers 1986), as hunks in ascending order. Kept stretches without a
 * single word between two hunks are given up: a shared blank or comma is no reason to weave two sentences together.
 */
export function diffTokens(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  const raw = a.length === 0 || b.length === 0 ? [whole(a, b)] : (myers(a, b) ?? [whole(a, b)]);
  return joinAcrossBlanks(a, raw).map((hunk) => ({
    start: hunk.start + head,
    end: hunk.end + head,
    from: hunk.from + head,
    to: hunk.to + head,
  }));
}

function whole(a: readonly string[], b: readonly string[]): Hunk {
  return { start: 0, end: a.length, from: 0, to: b.length };
}

/** Null when more than {@link EDITS_MAX} edits are needed. */
function myers(a: readonly string[], b: readonly string[]): Hunk[] | null {
  const limit = Math.min(a.length + b.length, EDITS_MAX);
  const size = 2 * limit + 2;
  const furthest = new Int32Array(size);
  const rows: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    // Only the diagonals -edits..edits are read again.
    rows.push(furthest.slice(limit - edits, limit + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const slot = limit + diagonal;
      const down = furthest[slot + 1] ?? 0;
      const right = slot > 0 ? (furthest[slot - 1] ?? 0) : 0;
      const goesDown = diagonal === -edits || (diagonal !== edits && right < down);
      let x = goesDown ? down : right + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      furthest[slot] = x;
      if (x >= a.length && y >= b.length) return trace(rows, a.length, b.length);
    }
  }
  return null;
}

/** Walks back through the remembered rows. Row `edits` starts at diagonal `-edits`. */
function trace(rows: readonly Int32Array[], aLength: number, bLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = aLength;
  let y = bLength;
  for (let edits = rows.length - 1; edits > 0; edits -= 1) {
    const row = rows[edits] ?? new Int32Array();
    const diagonal = x - y;
    const at = (wanted: number): number => row[wanted + edits] ?? 0;
    const goesDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = goesDown ? diagonal + 1 : diagonal - 1;
    const fromX = at(previous);
    const fromY = fromX - previous;
    const hunk: Hunk = goesDown
      ? { start: fromX, end: fromX, from: fromY, to: fromY + 1 }
      : { start: fromX, end: fromX + 1, from: fromY, to: fromY };
    const next = hunks.at(-1);
    if (next !== undefined && next.start === hunk.end && next.from === hunk.to)
      hunks[hunks.length - 1] = { start: hunk.start, end: next.end, from: hunk.from, to: next.to };
    else hunks.push(hunk);
    x = fromX;
    y = fromY;
  }
  return hunks.toReversed();
}

function joinAcrossBlanks(a: readonly string[], hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const isBridge = last !== undefined && !a.slice(last.end, hunk.start).some(isWord);
    if (isBridge) joined[joined.length - 1] = { ...last, end: hunk.end, to: hunk.to };
    else joined.push(hunk);
  }
  return joined;
}
