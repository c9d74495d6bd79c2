import { overlap, tellingWords } from './words';

/** Sentences this alike tell the same: agencies' copy is cut and glued, but seldom rewritten. */
const SAME = 0.8;

/**
 * The sentences that no earlier article had, in the order given, each once. A sentence counts as known when an earlier
 * one has nearly the same words, in whatever order, and every figure. Takes time in the product of both counts; callers cap them.
 */
export function newSentences(here: readonly string[], before: readonly string[]): string[] {
  const known = before.map(tellingWords);
  const fresh: string[] = [];
  for (const sentence of here) {
    const words = tellingWords(sentence);
    if (words.size === 0 || known.some((other) => isSame(words, other))) continue;
    known.push(words);
    fresh.push(sentence);
  }
  return fresh;
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  // Their sizes alone can rule it out, which saves looking at the words.
  const [small, large] = one.size < other.size ? [one.size, other.size] : [other.size, one.size];
  return small >= SAME * SAME * large && overlap(one, other) >= SAME && hasFigures(other, one);
}

/** Whether a sentence has every figure of another: "fourteen strikes" may be told twice, but 14 is not 17. */
function hasFigures(words: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const word of of) if (/\p{N}/u.test(word) && !words.has(word)) return false;
  return true;
}
