import { cleanBase32, fromBase32, toBase32 } from './base32';
import { type Bytes, concatBytes, type FillRandom, randomBytes, sha256, utf8 } from './bytes';

/** 24 characters of secret, 120 bits: nothing to guess, so no slow key derivation is needed. */
const SECRET_BYTES = 15;
const CODE_LENGTH = 26;

/** The secret behind a recovery code, to print on paper; it wraps the vault's root key in the key header. */
export interface RecoveryCode {
  /** 26 characters in groups: 24 of secret and two that catch every typing slip but one in 1,024. */
  readonly text: string;
  readonly secret: Bytes;
}

export async function newRecoveryCode(fill: FillRandom): Promise<RecoveryCode> {
  const secret = randomBytes(SECRET_BYTES, fill);
  const text = toBase32(secret) + (await checkCharacters(secret));
  return { text: (text.match(/.{1,5}/g) ?? []).join('-'), secret };
}

/** The secret, or null when the code was mistyped. */
export async function readRecoveryCode(text: string): Promise<Bytes | null> {
  const clean = cleanBase32(text);
  if (clean === null || clean.length !== CODE_LENGTH) return null;
  const secret = fromBase32(clean.slice(0, -2));
  if (secret === null || (await checkCharacters(secret)) !== clean.slice(-2)) return null;
  return secret;
}

async function checkCharacters(secret: Bytes): Promise<string> {
  const hash = await sha256(concatBytes(utf8('backgrounder 1 recovery'), secret));
  return toBase32(hash.subarray(0, 2)).slice(0, 2);
}
