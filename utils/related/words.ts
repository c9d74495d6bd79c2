/** Words that say nothing about what a headline or sentence is about, in the languages of the interface. */
const EMPTY = new Set(
  (
    'a an and are as at be but by for from had has have he her his how in into is it its more new not of on or over says said ' +
    'she than that the their they this to up was were what when where which who why will with after amid about ' +
    'der die das den dem des ein eine und oder von im in mit zu zum zur auf für ist nach bei aus ' +
    'le la les un une des du de et en au aux pour sur dans par est ' +
    'el los las una y o en con por para del al es'
  ).split(' '),
);

/** The words of a text that carry meaning, folded so that spellings of one word are equal. */
export function tellingWords(text: string): Set<string> {
  const words =
    text
      .normalize('NFKD')
      .replace(/[\p{M}'’ʼ]/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)));
}

/** How much two sets of words have in common: 0 for nothing, 1 for the same (cosine of sets). */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.sqrt(one.size * other.size);
}
