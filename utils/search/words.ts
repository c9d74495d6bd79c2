/** A word of a text as search knows it, and where it stands there. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  readonly folded: string;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const ASCII = /^[\0-\u007F]*$/;
const ASCII_WORD = /[a-z0-9]+(?:'[a-z0-9]+)*/g;
// A Han character is a word of its own, since no space tells where words end.
const WORD =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:['’ʼ](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu;
const APOSTROPHES = /['’ʼ]/g;
const MARKS_AND_APOSTROPHES = /[\p{M}'’ʼ]/gu;

/** The folded words of a text, in order and with repetitions. Linear. */
export function foldedWords(text: string): string[] {
  if (ASCII.test(text)) {
    const words = text.toLowerCase().match(ASCII_WORD) ?? [];
    return text.includes("'") ? words.map((word) => word.replace(APOSTROPHES, '')) : words;
  }
  return (text.match(WORD) ?? []).map(foldWord);
}

/** The words of a text with their places. Linear; slower than {@link foldedWords}. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    folded: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

function foldWord(word: string): string {
  return word.normalize('NFKD').replace(MARKS_AND_APOSTROPHES, '').toLowerCase();
}
