/** Most tags of one note, and UTF-16 code units of one. */
export const TAGS_MAX = 20;
export const TAG_MAX = 40;

/** A tag as it is kept: lower case, one line, single blanks, no leading `#`; empty when nothing is left of it. */
export function normaliseTag(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s#]+/u, '')
    .toLowerCase()
    .slice(0, TAG_MAX)
    .trim();
}

/** Tags as they are kept, in the order given, each once, at most {@link TAGS_MAX}. */
export function normaliseTags(typed: readonly string[]): string[] {
  return [...new Set(typed.map(normaliseTag))].filter((tag) => tag !== '').slice(0, TAGS_MAX);
}
