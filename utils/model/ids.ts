/**
 * Branded ids: plain strings at run time, told apart by the compiler.
 *
 * A pack entity's id is `<pack>/<name>`, for instance `starter-news/operation-shader`; the reader's own entities,
 * notes, facts and articles have 15 random base32 characters (75 bits: among a million ids the odds of one collision
 * are about 1 in 10^10).
 */
declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

export type EntityId = Brand<'EntityId'>;
export type NoteId = Brand<'NoteId'>;
export type FactId = Brand<'FactId'>;
export type ArticleId = Brand<'ArticleId'>;
export type PackId = Brand<'PackId'>;
/** An unknown operation's name with its spelling folded away: all spellings of one name have one id. */
export type UnknownId = Brand<'UnknownId'>;
/** One load of one page in one tab: made by the content script, gone with it. */
export type DocumentId = Brand<'DocumentId'>;
/** A one-time, short-lived right to show one card, or the card's session that it was exchanged for. */
export type Ticket = Brand<'Ticket'>;

/** Lower-case letters and digits without the ones that are misread (i, l, o, u): RFC 4648 in spirit, Crockford in letters. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new random id, 75 bits; the caller brands it.
 *
 * @param fill fills the array with random bytes, as `crypto.getRandomValues` does
 */
export function randomId(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(15);
  fill(bytes);
  // 256 is a multiple of 32, so the five low bits are uniform.
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
}
