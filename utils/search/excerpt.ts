import type { Excerpt } from '../model/found';
import { wordsIn } from './words';

/** Characters of context before the first word that matched. */
const BEFORE = 40;

/**
 * The stretch of a text around the first word that the search stands on.
 *
 * @param terms folded words
 * @param length most characters
 */
export function excerptOf(text: string, terms: ReadonlySet<string>, length = 140): Excerpt {
  // A note is short; nobody looks for a word past its first thousands of characters in one line of a list.
  const flat = text.slice(0, 20_000).replace(/\s+/gu, ' ').trim();
  const words = wordsIn(flat);
  const first = words.find(({ folded }) => terms.has(folded));
  const from = first === undefined || first.end <= length ? 0 : startAt(flat, first.start - BEFORE);
  const to = Math.min(flat.length, from + length);
  const lead = from > 0 ? '… ' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`,
    marks: words
      .filter(({ folded, start, end }) => start >= from && end <= to && terms.has(folded))
      .map(({ start, end }) => [start + shift, end + shift] as const),
  };
}

/** The beginning of a word near an offset. */
function startAt(text: string, offset: number): number {
  const space = text.indexOf(' ', Math.max(0, offset));
  return space < 0 ? Math.max(0, offset) : space + 1;
}
