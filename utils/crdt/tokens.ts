/** A word with its inner apostrophes and hyphens, so that "Defence-wide" and "didn't" are never cut by a merge. */
const TOKEN = /[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|\s|[^]/gu;
const WORD_START = /^[\p{L}\p{M}\p{N}_]/u;

/** The text as words, single blanks and single other characters; their concatenation is the text. */
export function tokenise(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

export function isWord(token: string): boolean {
  return WORD_START.test(token);
}

/**
 * The text of merged tokens. Two words never touch within one author's text (they would be one token), so where they do
 * after a merge, two authors wrote at the same place, and a blank goes between.
 */
export function joinTokens(tokens: readonly string[]): string {
  let text = '';
  let afterWord = false;
  for (const token of tokens) {
    const word = isWord(token);
    text += word && afterWord ? ` ${token}` : token;
    afterWord = word;
  }
  return text;
}
