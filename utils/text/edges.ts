/**
 * Whether a name may begin and end where its tokens do. Tokens settle this for scripts that put spaces between words.
 * Where every letter is a token, some neighbours show that the name is only part of a word.
 */
const KATAKANA = /^[\p{Script=Katakana}\u30fc\uff70]$/u;
const HANGUL = /^\p{Script=Hangul}$/u;
const MARK = /^\p{M}$/u;
const APOSTROPHE = /^['\u2018\u2019\u02bc\uff07]$/;

/** First unit of the scripts in question, so that other text is done with after two comparisons. */
const SPACELESS_FROM = 0x0e00;

/**
 * - Katakana words stand whole: neither edge may touch another katakana.
 * - Korean puts endings, not beginnings, on a name: no syllable may come right before.
 * - No mark (a Thai vowel sign) may follow: it would belong to the name's last letter.
 * - "D'Souza" is not "d'" and "Souza": a name does not begin after a capital D and an apostrophe.
 *
 * @param start offset of the name's first unit
 * @param end offset after its last
 */
export function edgesHold(text: string, start: number, end: number): boolean {
  // The D first: it is rarer than a search for apostrophes is cheap.
  if (start >= 2 && text.charCodeAt(start - 2) === 0x44 && isElidedD(text, start - 2)) return false;
  if (text.charCodeAt(start) >= SPACELESS_FROM && start > 0) {
    const first = text.charAt(start);
    const before = text.charAt(start - 1);
    if (KATAKANA.test(first) && KATAKANA.test(before)) return false;
    if (HANGUL.test(first) && HANGUL.test(before)) return false;
  }
  if (end < text.length && text.charCodeAt(end - 1) >= SPACELESS_FROM) {
    const last = text.charAt(end - 1);
    const after = text.charAt(end);
    if (KATAKANA.test(last) && KATAKANA.test(after)) return false;
    if (MARK.test(after)) return false;
  }
  return true;
}

function isElidedD(text: string, index: number): boolean {
  // Only the D by itself: "AND'Souza" has no such elision.
  const isAlone = index === 0 || !/[\p{L}\p{M}\p{N}]/u.test(text.charAt(index - 1));
  return isAlone && APOSTROPHE.test(text.charAt(index + 1));
}
