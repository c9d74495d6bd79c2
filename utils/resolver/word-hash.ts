import { isWordCode } from './words';

/** Small letter without accent for each code unit up to the end of Latin Extended-B, since Western news stays below. */
const FOLDED = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x250);
  for (let code = 0; code < table.length; code += 1) {
    const letter = String.fromCharCode(code).toLowerCase().normalize('NFD');
    table[code] = letter.charCodeAt(0);
  }
  return table;
}

function foldCode(code: number): number {
  return code < 0x250 ? (FOLDED[code] ?? code) : code;
}

/**
 * Hash of a word without case, accents, and a plural s: FNV-1a, 32 bits (two words of one page and one profile collide
 * once in about ten thousand pages, and then one word counts as context that is none). Never 0.
 */
export function hashWord(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let stop = end;
  // "jets" speaks for "jet"; "press" and "gas" stay.
  if (end - start > 3 && (text.charCodeAt(end - 1) | 32) === 115) {
    const before = text.charCodeAt(end - 2) | 32;
    if (before !== 115 && before !== 117 && before !== 105) stop -= 1;
  }
  for (let at = start; at < stop; at += 1) hash = Math.imul(hash ^ foldCode(text.charCodeAt(at)), 0x01000193);
  return hash >>> 0 || 1;
}

/**
 * Calls `visit` for every word of at least three code units, in order. A hyphen, an apostrophe and anything else that
 * is no letter, mark or digit ends a word: hashes of parts are compared with hashes of parts.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const inside = at < text.length && isWordCode(text.charCodeAt(at));
    if (inside) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (at - start >= 3) visit(start, at);
      start = -1;
    }
  }
}
