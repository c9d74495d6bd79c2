import { isCapitalised, isUpperCode, isWordCode, wordBefore, type Word } from './words';

/** "Ministry of Defence (MOD)": the page itself says what a short form stands for. Offsets in the block. */
export interface Definition {
  readonly short: string;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
}

const SHORT_MAX = 10;

/**
 * Acronyms that a text defines in brackets, after Schwartz and Hearst (2003), "A simple algorithm for identifying
 * abbreviation definitions in biomedical text": the short form's letters are looked for from right to left in the words
 * before the bracket, and the first of them must begin a word. Both orders: `long (SHORT)` and `SHORT (long)`.
 */
export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0) break;
    if (close - open > 100) continue;
    const definition = inBrackets(text, open, close);
    if (definition !== null) found.push(definition);
  }
  return found;
}

function inBrackets(text: string, open: number, close: number): Definition | null {
  const inner = trimmed(text, open + 1, close);
  const before = wordBefore(text, open, 2);
  if (inner === null || before === null) return null;
  if (isShortForm(text, inner)) {
    const longStart = longFormStart(text, inner, before.end);
    if (longStart === null) return null;
    return {
      short: text.slice(inner.start, inner.end),
      shortStart: inner.start,
      shortEnd: inner.end,
      longStart,
      longEnd: before.end,
    };
  }
  // "SAS (Special Air Service)": the words in the bracket must spell the word before it in full.
  if (!isShortForm(text, before)) return null;
  const longStart = longFormStart(text, before, inner.end);
  if (longStart === null || longStart !== inner.start) return null;
  return {
    short: text.slice(before.start, before.end),
    shortStart: before.start,
    shortEnd: before.end,
    longStart: inner.start,
    longEnd: inner.end,
  };
}

/** The bracket's content without spaces and quotes, up to a comma or semicolon ("MOD; formerly War Office"). */
function trimmed(text: string, from: number, to: number): Word | null {
  let start = from;
  let end = to;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 59) {
      end = at;
      break;
    }
  }
  while (start < end && !isWordCode(text.charCodeAt(start))) start += 1;
  while (end > start && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

function isShortForm(text: string, word: Word): boolean {
  const length = word.end - word.start;
  if (length < 2 || length > SHORT_MAX) return false;
  let capitals = 0;
  for (let at = word.start; at < word.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) return false;
    if (isUpperCode(code)) capitals += 1;
  }
  return capitals >= 2 && isCapitalised(text, word);
}

/** Where the long form that ends at `end` begins, or null when the letters of the short form do not lie in it. */
function longFormStart(text: string, short: Word, end: number): number | null {
  const letters = text
    .slice(short.start, short.end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const wordsMax = Math.min(letters.length + 5, letters.length * 2);
  let at = end - 1;
  let wordsSeen = 0;
  for (let index = letters.length - 1; index >= 0; index -= 1) {
    for (; at >= 0; at -= 1) {
      const code = text.charCodeAt(at);
      if (code === 40 || code === 41 || code === 10) return null;
      const startsWord = at === 0 || !isWordCode(text.charCodeAt(at - 1));
      const matches = text.charAt(at).toLowerCase() === letters.charAt(index);
      if (matches && (index > 0 || startsWord)) break;
      if (startsWord && isWordCode(code)) wordsSeen += 1;
      if (wordsSeen >= wordsMax) return null;
    }
    if (at < 0) return null;
    if (index > 0) {
      if (at === 0 || !isWordCode(text.charCodeAt(at - 1))) wordsSeen += 1;
      at -= 1;
    }
  }
  // A short form that is a part of the long form's only word ("Reaper (RPR)") is none.
  return end - at > letters.length + 1 ? at : null;
}
