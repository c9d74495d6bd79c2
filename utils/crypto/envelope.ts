import { type Bytes, concatBytes, type FillRandom, randomBytes, utf8 } from './bytes';
import { deflate, inflate } from './deflate';
import { pad, unpad } from './padding';
import type { VaultKey } from './vault-key';

/**
 * One sealed file: `BGND`, one byte of format version, 16 bytes of salt, then AES-256-GCM of the padded, deflated content.
 *
 * Key and nonce come from the vault key and the file's random salt by HKDF-SHA-256 (RFC 5869), so no nonce is ever
 * used twice under one key before some 2^64 files. The vault's id and the file's name are bound as additional data: a
 * file that is renamed, moved between vaults or given out as another one does not open. AES-GCM: NIST SP 800-38D.
 */
const MAGIC = utf8('BGND');
const VERSION = 1;
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + 1 + SALT_BYTES;
const TAG_BYTES = 16;
const INFO = utf8('backgrounder 1 file');

/** The content, or why there is none. */
export type Opened =
  | { readonly ok: true; readonly content: Bytes }
  /**
   * - `foreign`: no file of ours (a login page, a stranger's file).
   * - `newer`: made by a format that this version does not know.
   * - `damaged`: torn, tampered with, under another name, or of another vault.
   */
  | { readonly ok: false; readonly why: 'foreign' | 'newer' | 'damaged' };

/**
 * @param name the file's name as far as it is known before its content is (without a content hash)
 */
export async function seal(key: VaultKey, name: string, content: Bytes, fill: FillRandom): Promise<Bytes> {
  const salt = randomBytes(SALT_BYTES, fill);
  const padded = pad(await deflate(content));
  const { fileKey, parameters } = await fileCipher(key, name, salt, 'encrypt');
  const sealed = await crypto.subtle.encrypt(parameters, fileKey, padded);
  return concatBytes(MAGIC, Uint8Array.of(VERSION), salt, new Uint8Array(sealed));
}

/** Never throws for bytes that came from outside, whatever they are. */
export async function open(key: VaultKey, name: string, sealed: Bytes): Promise<Opened> {
  if (MAGIC.some((byte, index) => sealed[index] !== byte)) return { ok: false, why: 'foreign' };
  const version = sealed[MAGIC.length];
  if (version !== undefined && version > VERSION) return { ok: false, why: 'newer' };
  if (version !== VERSION || sealed.length < HEADER_BYTES + TAG_BYTES) return { ok: false, why: 'damaged' };
  const salt = sealed.slice(MAGIC.length + 1, HEADER_BYTES);
  const { fileKey, parameters } = await fileCipher(key, name, salt, 'decrypt');
  try {
    const padded = await crypto.subtle.decrypt(parameters, fileKey, sealed.slice(HEADER_BYTES));
    const deflated = unpad(new Uint8Array(padded));
    return deflated === null ? { ok: false, why: 'damaged' } : { ok: true, content: await inflate(deflated) };
  } catch {
    // GCM says no more than "no"; bytes that pass it and do not unpack were sealed by a broken program.
    return { ok: false, why: 'damaged' };
  }
}

async function fileCipher(
  key: VaultKey,
  name: string,
  salt: Bytes,
  use: 'encrypt' | 'decrypt',
): Promise<{ readonly fileKey: CryptoKey; readonly parameters: AesGcmParams }> {
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info: INFO },
    key.files,
    (32 + 12) * 8,
  );
  const fileKey = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, [use]);
  const additionalData = utf8(`backgrounder\n${VERSION}\n${key.vault}\n${name}`);
  return { fileKey, parameters: { name: 'AES-GCM', iv: bits.slice(32), additionalData } };
}
