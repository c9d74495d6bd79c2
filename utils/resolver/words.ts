/**
 * Words by UTF-16 offsets, found from a place in the text outwards. A word is a run of letters, marks and digits; an
 * apostrophe between letters belongs to it, a hyphen does not.
 */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** How two neighbouring words hang together. `break` covers punctuation, line ends and too much space. */
export type Gap = 'space' | 'hyphen' | 'slash' | 'dot' | 'break';

const WORD = /[\p{L}\p{M}\p{N}]/u;
const UPPER = /\p{Lu}|\p{Lt}/u;
const LOWER = /\p{Ll}/u;

const IS_WORD = 1;
const IS_UPPER = 2;
const IS_LOWER = 4;
/** Classes of the code units up to the end of Latin Extended-B, where Western news stays; the rest is asked one by one. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return (
    // The soft hyphen stands inside words and is no letter; leaving it out would cut "Ope-ration" in two.
    (code === 0xad || WORD.test(letter) ? IS_WORD : 0) |
    (UPPER.test(letter) ? IS_UPPER : 0) |
    (LOWER.test(letter) ? IS_LOWER : 0)
  );
});

/** Dashes, curly quotes, thin spaces: nearly all that stands in Western news beyond the table, and neither word nor letter. */
function isGeneralPunctuation(code: number): boolean {
  return code >= 0x2000 && code < 0x2070;
}

/** Whether a UTF-16 code unit belongs to a word. Halves of surrogate pairs do: most are letters of rare scripts. */
export function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  if (code < 0x250) return ((CLASSES[code] ?? 0) & IS_WORD) !== 0;
  if (isGeneralPunctuation(code)) return false;
  return (code >= 0xd800 && code <= 0xdfff) || WORD.test(String.fromCharCode(code));
}

export function isUpperCode(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (code < 0x250) return ((CLASSES[code] ?? 0) & IS_UPPER) !== 0;
  return !isGeneralPunctuation(code) && UPPER.test(String.fromCharCode(code));
}

export function isLowerCode(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  if (code < 0x250) return ((CLASSES[code] ?? 0) & IS_LOWER) !== 0;
  return !isGeneralPunctuation(code) && LOWER.test(String.fromCharCode(code));
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/**
 * Code units after which a word is cut: scripts without spaces run on for a paragraph, and every name in one would look at
 * all of it.
 */
const WORD_LENGTH_MAX = 80;

/** The word that ends at or before `at`, at most `reach` code units away; null when there is none. */
export function wordBefore(text: string, at: number, reach = 4): Word | null {
  let end = at;
  while (end > 0 && at - end <= reach && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  if (end === 0 || at - end > reach) return null;
  let start = end;
  while (start > 0 && end - start < WORD_LENGTH_MAX) {
    const code = text.charCodeAt(start - 1);
    if (isWordCode(code)) start -= 1;
    else if (isApostrophe(code) && start > 1 && start < end && isWordCode(text.charCodeAt(start - 2)))
      start -= 1;
    else break;
  }
  return { start, end };
}

/** The word that starts at or after `at`, at most `reach` code units away; null when there is none. */
export function wordAfter(text: string, at: number, reach = 4): Word | null {
  let start = at;
  while (start < text.length && start - at <= reach && !isWordCode(text.charCodeAt(start))) start += 1;
  if (start >= text.length || start - at > reach) return null;
  return { start, end: wordEnd(text, start) };
}

/** Where the word that starts at `start` ends. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < WORD_LENGTH_MAX) {
    const code = text.charCodeAt(end);
    if (isWordCode(code)) end += 1;
    else if (isApostrophe(code) && isWordCode(text.charCodeAt(end + 1)) && !isPossessive(text, end)) end += 1;
    else break;
  }
  return end;
}

/** Whether `'s` and the end of a word follow at `at`. */
export function isPossessive(text: string, at: number): boolean {
  if (!isApostrophe(text.charCodeAt(at))) return false;
  const letter = text.charCodeAt(at + 1);
  return (letter === 115 || letter === 83) && !isWordCode(text.charCodeAt(at + 2));
}

/** What stands between two neighbouring words. */
export function gapBetween(text: string, end: number, start: number): Gap {
  const length = start - end;
  if (length === 0) return 'break';
  const first = text.charCodeAt(end);
  if (length === 1) {
    if (first === 32 || first === 0xa0) return 'space';
    if (first === 45 || first === 0x2010 || first === 0x2011 || first === 0x2013) return 'hyphen';
    return first === 47 ? 'slash' : 'break';
  }
  // Longer gaps are rare but for ", " and ". " and "'s ".
  if (first !== 32 && first !== 46 && first < 0xa0) return 'break';
  const rest = text.slice(end, start);
  if (/^[ \u00a0\u2009\u202f]+$/.test(rest)) return 'space';
  if (/^\.[ \u00a0]{0,2}$/.test(rest)) return 'dot';
  return 'break';
}

/** Whether the word begins with a capital letter. */
export function isCapitalised(text: string, word: Word): boolean {
  return isUpperCode(text.charCodeAt(word.start));
}

/** Whether every cased letter is a capital and there are at least two letters. */
export function isAllCaps(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isLowerCode(code)) return false;
    if (isUpperCode(code)) letters += 1;
  }
  return letters >= 2;
}

/** Whether no letter is a capital and at least one is small. */
export function isAllLower(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isUpperCode(code)) return false;
    if (isLowerCode(code)) letters += 1;
  }
  return letters > 0;
}

/** Whether a sentence or a line begins at `at`: nothing but quotes and brackets stands between it and an end mark. */
export function startsSentence(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const code = text.charCodeAt(before);
    if (code === 10 || code === 13) return true;
    if (code === 46 || code === 33 || code === 63 || code === 58 || code === 0x2026)
      return !endsAbbreviation(text, before);
    const isSkipped =
      code <= 32 ||
      code === 0xa0 ||
      code === 34 ||
      code === 39 ||
      code === 40 ||
      code === 45 ||
      (code >= 0x2010 && code <= 0x201f);
    if (!isSkipped) return false;
  }
  return true;
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen col lt sgt capt maj adm cpl rev hon sen rep gov pres st sir no vs jr sr inc corp ltd co op ex mt ft u.s u.k u.n'.split(
    ' ',
  ),
);

/** Whether the full stop at `at` belongs to an initial ("P.") or a usual abbreviation ("Gen."). */
export function endsAbbreviation(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 46) return false;
  const word = wordBefore(text, at, 0);
  if (word === null) return false;
  if (word.end - word.start === 1) return isUpperCode(text.charCodeAt(word.start));
  return ABBREVIATIONS.has(text.slice(word.start, word.end).toLowerCase());
}
