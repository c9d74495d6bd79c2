import type { Candidate } from '../model/mention';
import { tokenise, type Tokens } from '../text/tokens';
import { HAS_LONGER, SENSE_MASK } from './format';
import { ALIAS_TOKENS_MAX, TEXT_LENGTH_MAX } from './limits';
import { firstPath, nextPath } from './paths';
import { provenForm } from './proof';
import type { Names } from './view';

/** Thrown for a text longer than {@link TEXT_LENGTH_MAX}: cut it, at a block's end if possible. */
export class TextTooLongError extends Error {
  override readonly name = 'TextTooLongError';
  readonly code = 'text-too-long';
  readonly max = TEXT_LENGTH_MAX;
  readonly actual: number;

  constructor(actual: number) {
    super(`text of ${actual} characters, at most ${TEXT_LENGTH_MAX} are searched`);
    this.actual = actual;
  }
}

/**
 * Finds every place where a name stands: whole words, leftmost first, the longest name at each place, none overlapping
 * another, in order. Case rules are applied; where the longest name fails its own, the next shorter one is taken.
 * Whether a name is *meant* is for the resolver to say.
 *
 * Linear in the text, whatever the number of names; at most 32 table look-ups a word, 1 to 2 as a rule.
 *
 * @throws TextTooLongError above {@link TEXT_LENGTH_MAX}
 */
export function searchNames(names: Names, text: string): Candidate[] {
  if (text.length > TEXT_LENGTH_MAX) throw new TextTooLongError(text.length);
  const candidates: Candidate[] = [];
  const tokens = names.workspace.textTokens;
  tokens.count = 0;
  let position = 0;
  let next = 0;
  for (;;) {
    position = tokenise(text, position, names.folding, tokens);
    const isAtEnd = position >= text.length;
    // A name that starts here may go on in the tokens to come.
    const stop = isAtEnd ? tokens.count : tokens.count - ALIAS_TOKENS_MAX;
    next = searchTokens(names, text, tokens, next, stop, candidates);
    if (isAtEnd) return candidates;
    dropBefore(tokens, next);
    next = 0;
  }
}

/** Searches from one token on to another; returns the token to go on with. */
function searchTokens(
  names: Names,
  text: string,
  tokens: Tokens,
  from: number,
  stop: number,
  candidates: Candidate[],
): number {
  const { slots, filter, probesMax } = names;
  const { hashes, starts, ends, count } = tokens;
  const slotMask = (slots.length >> 1) - 1;
  const filterMask = filter.length * 32 - 1;
  let at = from;
  while (at < stop) {
    let path = firstPath(hashes[at] ?? 0);
    const bit = (path >>> 8) & filterMask;
    if ((((filter[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 0) {
      at++;
      continue;
    }
    let foundForm = -1;
    let foundLength = 0;
    for (let length = 1; ; length++) {
      const meaning = meaningOf(slots, slotMask, probesMax, path);
      const sense = (meaning & SENSE_MASK) - 1;
      if (sense >= 0) {
        const form = provenForm(names, text, tokens, at, length, sense);
        if (form >= 0) {
          foundForm = form;
          foundLength = length;
        }
      }
      if ((meaning & HAS_LONGER) === 0 || length === ALIAS_TOKENS_MAX || at + length >= count) break;
      path = nextPath(path, hashes[at + length] ?? 0);
    }
    if (foundForm < 0) {
      at++;
      continue;
    }
    candidates.push({ start: starts[at] ?? 0, end: ends[at + foundLength - 1] ?? 0, form: foundForm });
    at += foundLength;
  }
  return at;
}

/** What the table says of a path; 0 when it does not know it. */
function meaningOf(slots: Int32Array, slotMask: number, probesMax: number, path: number): number {
  let slot = path & slotMask;
  for (let probe = 0; probe < probesMax; probe++) {
    const key = slots[slot * 2] ?? 0;
    if (key === path) return slots[slot * 2 + 1] ?? 0;
    if (key === 0) return 0;
    slot = (slot + 1) & slotMask;
  }
  return 0;
}

/** Moves the tokens from one on to the front. */
function dropBefore(tokens: Tokens, first: number): void {
  tokens.hashes.copyWithin(0, first, tokens.count);
  tokens.starts.copyWithin(0, first, tokens.count);
  tokens.ends.copyWithin(0, first, tokens.count);
  tokens.count -= first;
}
