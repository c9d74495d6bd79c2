import { isUpperCode, isWordCode } from './words';

/**
 * For each code unit up to the end of Latin Extended-B: 0 when it is no part of a word, else its small letter without
 * accent, with the top bit set for capitals. Western news stays below; the rest is asked one by one.
 */
const CLASSES = classTable();
const CAPITAL = 0x8000;

function classTable(): Uint16Array {
  const table = new Uint16Array(0x250);
  for (let code = 0; code < table.length; code += 1) {
    if (!isWordCode(code)) continue;
    const letter = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
    table[code] = letter | (isUpperCode(code) ? 0x8000 : 0);
  }
  return table;
}

function classOf(code: number): number {
  if (code < 0x250) return CLASSES[code] ?? 0;
  // Beyond, case and accents are left alone: the hash only has to agree with itself.
  return isWordCode(code) ? code & 0x7fff || 1 : 0;
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const S = 115;

/**
 * Hash of a word without case, accents, and a plural s: FNV-1a, 32 bits (two words of one page and one profile collide
 * once in about ten thousand pages, and then one word counts as context that is none). Signed, since engines keep small
 * signed numbers unboxed. Never 0.
 */
export function hashWord(text: string, start: number, end: number): number {
  let hash = BASIS;
  let before = BASIS;
  let last = 0;
  let secondLast = 0;
  for (let at = start; at < end; at += 1) {
    const letter = classOf(text.charCodeAt(at)) & 0x7fff;
    before = hash;
    hash = Math.imul(hash ^ letter, PRIME);
    secondLast = last;
    last = letter;
  }
  return finish(hash, before, end - start, last, secondLast);
}

/** "jets" speaks for "jet"; "press", "Hamas" and "crisis" are left alone where that can be seen from the letter before. */
function finish(hash: number, before: number, length: number, last: number, secondLast: number): number {
  const isPlural = length > 3 && last === S && secondLast !== S && secondLast !== 117 && secondLast !== 105;
  return (isPlural ? before : hash) | 0 || 1;
}

/**
 * Calls `visit` for every word of at least three code units, in order. A hyphen, an apostrophe and anything else that
 * is no letter, mark or digit ends a word: hashes of parts are compared with hashes of parts.
 */
export function eachWord(
  text: string,
  visit: (hash: number, start: number, end: number, hasCapital: boolean) => void,
): void {
  const { length } = text;
  let start = -1;
  let hash = BASIS;
  let before = BASIS;
  let last = 0;
  let secondLast = 0;
  let capitals = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? text.charCodeAt(at) : 32;
    const found = code < 0x250 ? (CLASSES[code] ?? 0) : classOf(code);
    if (found !== 0) {
      if (start < 0) {
        start = at;
        hash = BASIS;
        capitals = 0;
        last = 0;
      }
      const letter = found & 0x7fff;
      capitals |= found & CAPITAL;
      before = hash;
      hash = Math.imul(hash ^ letter, PRIME);
      secondLast = last;
      last = letter;
    } else if (start >= 0) {
      if (at - start >= 3)
        visit(finish(hash, before, at - start, last, secondLast), start, at, capitals !== 0);
      start = -1;
    }
  }
}
