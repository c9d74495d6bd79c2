import { classOf, foldCharacter } from './characters';
import { foldText } from './fold';
import {
  APOSTROPHE,
  EXPANSION_LENGTH,
  FIRST_EXPANSION,
  FIRST_UNIT,
  FIRST_WORD,
  FORMAT,
  MARK,
  type Folding,
} from './folding';
import { isCapitalAt } from './letter-case';

/**
 * Tokens of a text, in order: words, and characters that stand by themselves. Gaps and stray apostrophes are between
 * tokens and leave no trace.
 *
 * - `'s` at the end of a word is a token of its own ("Iran's" holds "Iran"); so is nothing else after an apostrophe.
 * - An article or preposition elided before a vowel ends at its apostrophe ("l'Iran", "d'Artagnan", "dell'Iran").
 * - Every other apostrophe inside a word is left out ("Qa'ida" is "Qaida").
 *
 * `starts` and `ends` are UTF-16 offsets, end exclusive, around the token's first and last letter with its combining
 * marks. `hashes` are 32 bits of the folded token: equal tokens have equal hashes, the reverse is for the reader to prove.
 */
export interface Tokens {
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many of the array's elements are in use. */
  count: number;
}

/** Room for a number of tokens; 12 bytes each. */
export function makeTokens(capacity: number): Tokens {
  return {
    hashes: new Int32Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    count: 0,
  };
}

// FNV-1a (Fowler, Noll, Vo), over 16-bit codes instead of bytes.
const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
/** Code of the possessive ending: no letter has it, so no name that begins with an S begins there. */
const POSSESSIVE_CODE = 1;

/**
 * Appends the tokens of `text` from an offset on, until the text ends or the arrays are full.
 *
 * @param from 0, or what the last call returned
 * @returns where to go on: `text.length` once everything was read. Linear in what it reads.
 */
export function tokenise(text: string, from: number, folding: Folding, tokens: Tokens): number {
  const { codes } = folding;
  const { hashes, starts, ends } = tokens;
  // A word may end in a possessive, so it is begun only where two more tokens fit.
  const full = hashes.length - 1;
  const length = text.length;
  let count = tokens.count;
  let start = -1;
  let end = 0;
  let hash = 0;
  // `| 0` here and below keeps the engine's compiler from giving up on small integers where a rare path joins the loop.
  let index = from | 0;
  while (index < length) {
    const unit = text.charCodeAt(index);
    const code = codes[unit] ?? 0;
    if (code >= FIRST_WORD && code < FIRST_UNIT) {
      if (start < 0) {
        if (count >= full) break;
        start = index;
        hash = HASH_START;
      }
      hash = Math.imul(hash ^ code, HASH_PRIME);
      index++;
      end = index;
      continue;
    }
    if (code <= FORMAT) {
      if (code === MARK) {
        if (start >= 0) end = index + 1;
        else if (count > 0 && ends[count - 1] === index) ends[count - 1] = index + 1;
      }
      index++;
      continue;
    }
    if (code >= FIRST_EXPANSION || (unit >= 0xd800 && unit <= 0xdbff)) {
      const special = specialAt(text, index, code, folding);
      if (special !== null) {
        // An expansion, or a character outside the Basic Multilingual Plane.
        if (special.kind === 'ignored') {
          if (special.isMark && start >= 0) end = (index + special.length) | 0;
          else if (special.isMark && count > 0 && ends[count - 1] === index)
            ends[count - 1] = (index + special.length) | 0;
          index = (index + special.length) | 0;
          continue;
        }
        const isWord = special.kind === 'word';
        if (start >= 0 && !isWord) {
          hashes[count] = hash;
          starts[count] = start;
          ends[count++] = end;
          start = -1;
        }
        if (start < 0) {
          if (count >= full) break;
          start = index;
          hash = HASH_START;
        }
        hash = hashOn(hash, special.codes);
        index = (index + special.length) | 0;
        end = index;
        if (!isWord) {
          hashes[count] = hash;
          starts[count] = start;
          ends[count++] = end;
          start = -1;
        }
        continue;
      }
    }
    if (code === APOSTROPHE && start >= 0) {
      const after = skipIgnored(text, index + 1, folding);
      const possessiveEnd = possessiveEndAt(text, after, folding);
      if (possessiveEnd < 0 && isWordAt(text, after, folding) && !isElided(text, start, end)) {
        index++;
        continue;
      }
      hashes[count] = hash;
      starts[count] = start;
      ends[count++] = end;
      start = -1;
      if (possessiveEnd >= 0) {
        hashes[count] = Math.imul(HASH_START ^ POSSESSIVE_CODE, HASH_PRIME);
        starts[count] = after;
        ends[count++] = possessiveEnd;
        index = possessiveEnd | 0;
      } else index++;
      continue;
    }
    if (start >= 0) {
      hashes[count] = hash;
      starts[count] = start;
      ends[count++] = end;
      start = -1;
    }
    if (code >= FIRST_UNIT) {
      if (count >= full) break;
      hashes[count] = Math.imul(HASH_START ^ code, HASH_PRIME);
      starts[count] = index;
      ends[count++] = index + 1;
    }
    index++;
  }
  if (start >= 0) {
    hashes[count] = hash;
    starts[count] = start;
    ends[count++] = end;
  }
  tokens.count = count;
  return index;
}

function hashOn(hash: number, codes: readonly number[]): number {
  let next = hash;
  for (const code of codes) next = Math.imul(next ^ code, HASH_PRIME);
  return next | 0;
}

/** A character whose code in the table does not tell all: where it stands for several, or is one half of a pair. */
interface Special {
  readonly kind: 'word' | 'unit' | 'ignored';
  readonly isMark: boolean;
  readonly codes: readonly number[];
  /** UTF-16 units it takes. */
  readonly length: number;
}

/** The special character at an offset; null for one that its code describes in full. */
function specialAt(text: string, index: number, code: number, folding: Folding): Special | null {
  if (code >= FIRST_EXPANSION) {
    return { kind: 'word', isMark: false, codes: expansionOf(code, folding), length: 1 };
  }
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return null;
  const second = text.charCodeAt(index + 1);
  if (!(second >= 0xdc00 && second <= 0xdfff)) return null;
  const character = text.slice(index, index + 2);
  const kind = classOf(character);
  if (kind === 'mark' || kind === 'format') {
    return { kind: 'ignored', isMark: kind === 'mark', codes: [], length: 2 };
  }
  const folded = foldCharacter(character);
  const codes: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    const part = folding.codes[folded.charCodeAt(at)] ?? 0;
    codes.push(...(part >= FIRST_EXPANSION ? expansionOf(part, folding) : [part]));
  }
  return { kind: kind === 'word' ? 'word' : 'unit', isMark: false, codes, length: 2 };
}

function expansionOf(code: number, folding: Folding): number[] {
  const at = (code - FIRST_EXPANSION) * EXPANSION_LENGTH;
  return Array.from(folding.expansions.subarray(at, at + EXPANSION_LENGTH)).filter((part) => part !== 0);
}

/** The next offset that holds no ignored character, at most the text's length. */
function skipIgnored(text: string, from: number, folding: Folding): number {
  let index = from;
  while (index < text.length) {
    const code = folding.codes[text.charCodeAt(index)] ?? 0;
    if (code <= FORMAT) {
      index++;
      continue;
    }
    const special = code >= FIRST_UNIT ? specialAt(text, index, code, folding) : null;
    if (special?.kind !== 'ignored') break;
    index += special.length;
  }
  return index;
}

function isWordAt(text: string, index: number, folding: Folding): boolean {
  if (index >= text.length) return false;
  const code = folding.codes[text.charCodeAt(index)] ?? 0;
  if (code < FIRST_UNIT) return code >= FIRST_WORD;
  return specialAt(text, index, code, folding)?.kind === 'word';
}

/** The end of a possessive's S (with its marks) that stands at an offset and ends its word; -1 where there is none. */
function possessiveEndAt(text: string, index: number, folding: Folding): number {
  const { codes } = folding;
  if (index >= text.length || codes[text.charCodeAt(index)] !== codes[0x73]) return -1;
  if (isWordAt(text, skipIgnored(text, index + 1, folding), folding)) return -1;
  let end = index + 1;
  while (end < text.length && codes[text.charCodeAt(end)] === MARK) end++;
  return end;
}

/** French and Italian words that lose their vowel before another: what follows them is a word of its own. */
const ELIDED: ReadonlySet<string> = new Set([
  // French
  'l',
  'd',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  // Italian
  'dell',
  'all',
  'nell',
  'sull',
  'dall',
  'quell',
]);
/** The longest of them with room for a few invisible characters. */
const ELIDED_LENGTH_MAX = 12;

function isElided(text: string, start: number, end: number): boolean {
  if (end - start > ELIDED_LENGTH_MAX) return false;
  const last = text.charCodeAt(end - 1) | 0x20;
  // All of them end in d, l or u; nearly every other word is done with here.
  if (last < 0x80 && last !== 0x64 && last !== 0x6c && last !== 0x75) return false;
  return ELIDED.has(foldText(text.slice(start, end)).replaceAll("'", ''));
}

/**
 * Writes the folded codes of one token to `out` from `at` on, each as `code * 2`, plus 1 where its character is a
 * capital, so that tokens can be compared with and without case.
 *
 * @returns the index after the last code; a unit takes at most {@link EXPANSION_LENGTH}, what does not fit is left out
 */
export function readCodes(
  text: string,
  start: number,
  end: number,
  folding: Folding,
  out: Int32Array,
  at: number,
): number {
  let next = at;
  let index = start;
  while (index < end) {
    const code = folding.codes[text.charCodeAt(index)] ?? 0;
    if (code < FIRST_WORD) {
      index++;
      continue;
    }
    const capital = isCapitalAt(text, index, folding) ? 1 : 0;
    const special = code >= FIRST_UNIT ? specialAt(text, index, code, folding) : null;
    if (special === null) {
      out[next++] = (code << 1) | capital;
      index++;
    } else {
      for (const part of special.codes) out[next++] = (part << 1) | capital;
      index += special.length;
    }
  }
  return next;
}
