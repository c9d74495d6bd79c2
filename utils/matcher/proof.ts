import { edgesHold } from '../text/edges';
import { countCase } from '../text/letter-case';
import { readCodes, tokenise, type Tokens } from '../text/tokens';
import { meetsByCounts } from './case-policy';
import { LAST_OF_FORM, LAST_OF_PATH, POLICY_MASK, readText, TEXT_END } from './format';
import { ALIAS_LENGTH_MAX } from './limits';
import type { Names } from './view';

/**
 * The form that some tokens of a text spell, among the forms of one path: the first whose letters are the same and one
 * of whose case rules is met. This is where equal hashes are proved to be equal names.
 *
 * @param from first token
 * @param count number of tokens
 * @param path first sense of the path
 * @returns the form, or -1
 */
export function provenForm(
  names: Names,
  text: string,
  tokens: Tokens,
  from: number,
  count: number,
  path: number,
): number {
  const start = tokens.starts[from] ?? 0;
  const end = tokens.ends[from + count - 1] ?? 0;
  const surface = countCase(text, start, end, names.folding);
  const { flags, senseCount } = names;
  let form = path;
  let isProven = false;
  for (let sense = path; sense < senseCount; sense++) {
    const flag = flags[sense] ?? 0;
    // Case first: it is known already, and turns away every common word that is also a name.
    const meets = meetsByCounts(flag & POLICY_MASK, surface);
    if (meets !== false) {
      isProven ||= looksLike(names, form, text, start, end) || spells(names, form, text, tokens, from, count);
      if (isProven && (meets === true || isWrittenAs(names, sense, text, start, end))) {
        return edgesHold(text, start, end) ? form : -1;
      }
    }
    if ((flag & LAST_OF_PATH) !== 0) break;
    if ((flag & LAST_OF_FORM) !== 0) {
      form = sense + 1;
      isProven = false;
    }
  }
  return -1;
}

/** Whether a surface that is known to spell the sense's form meets the sense's case rule. */
export function surfaceMeets(names: Names, sense: number, surface: string): boolean {
  const counts = countCase(surface, 0, surface.length, names.folding);
  const meets = meetsByCounts((names.flags[sense] ?? 0) & POLICY_MASK, counts);
  return meets ?? isWrittenAs(names, sense, surface, 0, surface.length);
}

/** The text of the alias of one sense, as it was given. */
export function aliasTextOf(names: Names, sense: number): string {
  return readText(names.texts, names.textOffsets[sense] ?? names.texts.length, ALIAS_LENGTH_MAX);
}

/**
 * Whether a stretch has, unit by unit, the codes of the sense's alias. Then it has the same tokens, and nearly every
 * mention is proved so, without making a string. Where lengths differ (another kind of gap, a soft hyphen) it may be the
 * same form all the same.
 */
function looksLike(names: Names, sense: number, text: string, start: number, end: number): boolean {
  const { texts } = names;
  const { codes } = names.folding;
  let at = names.textOffsets[sense] ?? texts.length;
  for (let index = start; index < end; index++) {
    const byte = texts[at++] ?? TEXT_END;
    // Other letters than those of ASCII take the long way.
    if (byte >= 0x80 || codes[byte] !== codes[text.charCodeAt(index)]) return false;
  }
  return texts[at] === TEXT_END;
}

/** Whether the tokens are those of the form's first alias, letter by letter. */
function spells(
  names: Names,
  form: number,
  text: string,
  tokens: Tokens,
  from: number,
  count: number,
): boolean {
  const { folding } = names;
  const { aliasTokens, aliasCodes, textCodes } = names.workspace;
  const alias = aliasTextOf(names, form);
  aliasTokens.count = 0;
  tokenise(alias, 0, folding, aliasTokens);
  if (aliasTokens.count !== count) return false;
  for (let index = 0; index < count; index++) {
    const at = from + index;
    // Also tells the possessive ending from the letter S.
    if (aliasTokens.hashes[index] !== tokens.hashes[at]) return false;
    const length = readCodes(
      alias,
      aliasTokens.starts[index] ?? 0,
      aliasTokens.ends[index] ?? 0,
      folding,
      aliasCodes,
      0,
    );
    if (readCodes(text, tokens.starts[at] ?? 0, tokens.ends[at] ?? 0, folding, textCodes, 0) !== length) {
      return false;
    }
    for (let code = 0; code < length; code++) {
      // The lowest bit is case.
      if ((aliasCodes[code] ?? 0) >> 1 !== (textCodes[code] ?? 0) >> 1) return false;
    }
  }
  return true;
}

/** Whether a stretch has its capitals where the sense's alias has them; both spell the same form. */
function isWrittenAs(names: Names, sense: number, text: string, start: number, end: number): boolean {
  const { folding } = names;
  const { aliasCodes, textCodes } = names.workspace;
  const alias = aliasTextOf(names, sense);
  const length = readCodes(alias, 0, alias.length, folding, aliasCodes, 0);
  if (readCodes(text, start, end, folding, textCodes, 0) !== length) return false;
  for (let code = 0; code < length; code++) if (aliasCodes[code] !== textCodes[code]) return false;
  return true;
}
