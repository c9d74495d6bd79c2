import { isLetterOrDigit } from '../text/characters';

/** The longest text that one search takes, in UTF-16 units. */
export const TEXT_LENGTH_MAX = 2_000_000;
/** The most aliases in one set of compiled names. */
export const ALIASES_MAX = 500_000;
/** The longest alias, in UTF-16 units. */
export const ALIAS_LENGTH_MAX = 255;
/** The most tokens in one alias: bounds what a page of repeated words can cost. */
export const ALIAS_TOKENS_MAX = 32;
/** The most senses that share one path: bounds what a hostile pack can make one word cost. */
export const PATH_SENSES_MAX = 256;

/**
 * Why an alias cannot be looked for.
 * - `empty`: nothing but white space, marks and invisible characters.
 * - `no-letters`: emoji or punctuation only.
 * - `one-letter`: one letter or digit alone would light up everywhere.
 * - `too-long`: over {@link ALIAS_LENGTH_MAX} units or {@link ALIAS_TOKENS_MAX} words.
 * - `crowded`: over {@link PATH_SENSES_MAX} entities go by it.
 * - `too-many`: over {@link ALIASES_MAX} aliases before it.
 */
export type AliasFault = 'empty' | 'no-letters' | 'one-letter' | 'too-long' | 'crowded' | 'too-many';

/** An alias that was left out, with the entity's number. */
export interface RejectedAlias {
  readonly key: number;
  readonly text: string;
  readonly fault: AliasFault;
}

/**
 * What is wrong with the text of an alias by itself, or null. Of use where an alias is typed, too.
 *
 * @param tokenCount as the tokeniser finds them
 */
export function aliasFault(text: string, tokenCount: number): AliasFault | null {
  if (tokenCount === 0) return 'empty';
  if (text.length > ALIAS_LENGTH_MAX || tokenCount > ALIAS_TOKENS_MAX) return 'too-long';
  if (tokenCount > 1 && ASCII_LETTER.test(text)) return null;
  const letters = Array.from(text.normalize('NFC')).filter(isBaseCharacter).length;
  if (letters === 0) return 'no-letters';
  return letters === 1 && tokenCount === 1 ? 'one-letter' : null;
}

const ASCII_LETTER = /[a-z]/i;

function isBaseCharacter(character: string): boolean {
  return isLetterOrDigit(character) && !/^\p{M}$/u.test(character);
}
