import { foldCharacter } from './characters';

const PLAIN = /^[a-z0-9 ]*$/;

/**
 * The text without case, accents, width, invisible characters and kinds of hyphen, white space and apostrophe: two
 * spellings of one name fold to the same string. Runs of gaps become one space; the ends are trimmed. For short texts
 * (names, search input); the matcher folds page text through the table and never builds a folded copy.
 */
export function foldText(text: string): string {
  const folded = PLAIN.test(text) ? text : Array.from(text, foldCharacter).join('');
  return folded.replace(/ +/g, ' ').trim();
}
