/**
 * What one character counts as when names are looked for. This file is the definition; the fold table is its cache.
 * Sources: Unicode Standard Annexes 15 (normalisation), 24 (scripts) and 44 (general categories).
 */

/**
 * - `mark`: a combining mark that is ignored but belongs to the letter before it (accents, Arabic and Hebrew vowels).
 * - `format`: invisible and ignored (soft hyphen, zero-width and bidi characters).
 * - `gap`: separates words (white space, hyphens, en dash).
 * - `apostrophe`: straight, curly and the letters used like one; its place decides what it means.
 * - `word`: letters and digits that make words together with their neighbours.
 * - `unit`: stands by itself: punctuation, symbols, and letters of scripts that put no space between words.
 */
export type CharacterClass = 'mark' | 'format' | 'gap' | 'apostrophe' | 'word' | 'unit';

/**
 * Combining marks whose absence leaves the same name, first and last of each range: accents of Latin, Greek and
 * Cyrillic, points of Hebrew and Arabic, variation selectors. Not the vowel signs of Indic scripts and Thai, which are
 * letters in all but name, nor the voicing marks of kana.
 */
const IGNORED_MARKS: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
];
// U+0640 is the Arabic tatweel, which only stretches a word.
const FORMAT = /^[\p{Cf}\u0640\u115f\u1160\u3164\uffa0]$/u;
// The em dash and the horizontal bar part sentences, not words: they are units, so no name reaches across them.
const GAP = /^[\s\u0085\p{Zs}\-\u058a\u05be\u2010-\u2013\u2212\u30fb\ufe58\ufe63\uff0d\uff65]$/u;
const APOSTROPHE =
  /^['\u0060\u00b4\u02b9\u02bb-\u02bf\u02c8\u055a\u05f3\u2018\u2019\u201b\u2032\ua78b\ua78c\uff07]$/u;
const WORD = /^[\p{L}\p{M}\p{Nd}\p{Nl}\u2080-\u2089]$/u;
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]$/u;
const UPPER = /^[\p{Lu}\p{Lt}]$/u;
const LOWER = /^\p{Ll}$/u;

/** The class of one character (one or two UTF-16 units; a lone surrogate is a `unit`). */
export function classOf(character: string): CharacterClass {
  if (isIgnoredMark(character)) return 'mark';
  if (FORMAT.test(character)) return 'format';
  if (GAP.test(character)) return 'gap';
  if (APOSTROPHE.test(character)) return 'apostrophe';
  if (!WORD.test(character)) return 'unit';
  return isSpaceless(character) ? 'unit' : 'word';
}

function isIgnoredMark(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0x0300 && IGNORED_MARKS.some(([first, last]) => point >= first && point <= last);
}

/** Whether the character is a letter or mark of a script that writes without spaces between words. */
export function isSpaceless(character: string): boolean {
  return SPACELESS.test(character) && /^[\p{L}\p{M}]$/u.test(character);
}

/** Whether the character is a letter, a mark or a digit, of any script. */
export function isLetterOrDigit(character: string): boolean {
  return WORD.test(character);
}

/** Whether the character is a capital (or title-case) letter. */
export function isUpper(character: string): boolean {
  return UPPER.test(character);
}

/** Whether the character is a small letter. */
export function isLower(character: string): boolean {
  return LOWER.test(character);
}

/** Letters that Unicode does not decompose though readers and writers leave the difference out. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ς', 'σ'],
  // Persian and Urdu letters that stand for the same letter as the Arabic ones.
  ['ی', 'ي'],
  ['ى', 'ي'],
  ['ک', 'ك'],
]);

const DOUBLE_QUOTES = /^[“”„‟«»]$/u;

/**
 * The character without case, accents and width: a string of one or more characters, empty where nothing is left.
 * Expansions longer than four characters (some Arabic ligatures) are not made. Idempotent, character by character.
 */
export function foldCharacter(character: string): string {
  const kind = classOf(character);
  if (kind === 'mark' || kind === 'format') return '';
  if (kind === 'gap') return ' ';
  if (kind === 'apostrophe') return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  // Icons of web fonts: what they are differs from page to page.
  if (/^\p{Co}$/u.test(character)) return '\ue000';
  if (kind === 'unit') {
    // Composition, not decomposition: a voiced kana and a Hangul syllable are letters of their own.
    const composed = character.normalize('NFKC');
    return composed.length === character.length && classOf(composed) === 'unit' ? composed : character;
  }
  const letters = Array.from(
    character.normalize('NFKD').toLowerCase(),
    (letter) => SPECIAL.get(letter) ?? letter,
  )
    // Lower-casing can decompose again (a dotted capital I), and a special letter may carry an accent.
    .join('')
    .normalize('NFKD');
  const kept = Array.from(letters).filter((letter) => classOf(letter) === 'word');
  const isWhole = Array.from(letters).every((letter) => ['word', 'mark'].includes(classOf(letter)));
  return isWhole && kept.length > 0 && kept.join('').length <= 4 ? kept.join('') : character;
}
