/**
 * Characters that a reader cannot see, or that make text read other than it is stored: controls, bidirectional
 * overrides, zero-width characters, soft hyphens, tag characters, private use, lone surrogates.
 *
 * `Default_Ignorable_Code_Point` is Unicode's own list of what is drawn as nothing (UAX #44).
 */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Zero-width joiner and non-joiner: spelling in Persian and the languages of India, a disguise elsewhere. */
const JOINERS = new Set(['\u200c', '\u200d']);
const CASED_SCRIPT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * The first hidden character of a text as `U+200B at character 4`, or null when all of it can be seen.
 *
 * @param allowed characters that this field may hold all the same
 */
export function findHidden(text: string, allowed = ''): string | null {
  for (const match of text.matchAll(HIDDEN)) {
    const character = match[0];
    if (allowed.includes(character)) continue;
    if (JOINERS.has(character) && !CASED_SCRIPT.test(text)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `U+${code} at character ${match.index + 1}`;
  }
  return null;
}

const WORD = /[\p{L}\p{M}]+/gu;

/** The first word that mixes Latin, Cyrillic or Greek letters, as forged names do; null when there is none. */
export function findMixedScripts(text: string): string | null {
  for (const [word] of text.matchAll(WORD)) {
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
    if (scripts.filter((script) => script.test(word)).length > 1) return word;
  }
  return null;
}
