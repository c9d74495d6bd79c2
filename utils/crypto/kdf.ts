import { argon2idAsync } from '@noble/hashes/argon2.js';
import { type Bytes, utf8 } from './bytes';

/** How a passphrase became a key; stored beside what it wraps. */
export type Kdf =
  /** RFC 9106; `memoryKib` is m, `passes` t, `lanes` p. */
  | {
      readonly name: 'argon2id';
      readonly memoryKib: number;
      readonly passes: number;
      readonly lanes: number;
    }
  /** RFC 8018 with HMAC-SHA-256: read, never written any more. */
  | { readonly name: 'pbkdf2-sha256'; readonly iterations: number };

/** OWASP's Password Storage Cheat Sheet, the row for 19 MiB: about 0.25 s in Chromium and 0.4 s in Firefox. */
export const KDF_DEFAULT: Kdf = { name: 'argon2id', memoryKib: 19_456, passes: 2, lanes: 1 };

/**
 * A server may hand out any header. Weaker than the floor it would make guessing cheap; above the ceiling it would freeze
 * the reader's browser.
 */
export function isAcceptable(kdf: Kdf): boolean {
  if (kdf.name === 'pbkdf2-sha256') return kdf.iterations >= 600_000 && kdf.iterations <= 10_000_000;
  const { memoryKib, passes, lanes } = kdf;
  return (
    memoryKib >= 19_456 && memoryKib <= 262_144 && passes >= 2 && passes <= 8 && lanes >= 1 && lanes <= 4
  );
}

/**
 * 32 bytes from a passphrase, which is normalised (NFKC) and trimmed first, so that another keyboard gives the same key.
 * Yields to other work every 10 ms.
 */
export async function deriveKey(kdf: Kdf, passphrase: string, salt: Bytes): Promise<Bytes> {
  const password = utf8(passphrase.normalize('NFKC').trim());
  if (kdf.name === 'argon2id') {
    const { memoryKib: m, passes: t, lanes: p } = kdf;
    return Uint8Array.from(await argon2idAsync(password, salt, { m, t, p, dkLen: 32, asyncTick: 10 }));
  }
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const { iterations } = kdf;
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return new Uint8Array(bits);
}
