import type { Bytes } from './bytes';

/** Crockford's letters: no I, L, O, U, so that nothing is misread and nothing is spelt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Upper-case Crockford base32, without padding: what QR codes store at 5.5 bits a character. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += ALPHABET.charAt((held >>> heldBits) & 31);
    }
    held &= (1 << heldBits) - 1;
  }
  return heldBits > 0 ? text + ALPHABET.charAt((held << (5 - heldBits)) & 31) : text;
}

/**
 * Reads what people type: any case, blanks and hyphens anywhere, O for 0, I or L for 1.
 *
 * @returns null when a character is none of the alphabet's, or when bits are left over that are not zero
 */
export function fromBase32(text: string): Bytes | null {
  const clean = cleanBase32(text);
  if (clean === null) return null;
  const bytes = new Uint8Array(Math.floor((clean.length * 5) / 8));
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (const character of clean) {
    held = (held << 5) | ALPHABET.indexOf(character);
    heldBits += 5;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[at] = held >>> heldBits;
      at += 1;
    }
    held &= (1 << heldBits) - 1;
  }
  return held === 0 ? bytes : null;
}

/** The characters as the alphabet writes them, or null when one is foreign. */
export function cleanBase32(text: string): string | null {
  const clean = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]*$/.test(clean) ? clean : null;
}
