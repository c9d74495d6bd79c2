import { type Bytes, concatBytes, type FillRandom, randomBytes, utf8 } from './bytes';

declare const brand: unique symbol;

/** Names one set of notes under one key: 15 random characters (see `model/ids`), no secret. */
export type VaultId = string & { readonly [brand]: 'VaultId' };

export function isVaultId(value: unknown): value is VaultId {
  return typeof value === 'string' && /^[0-9a-hjkmnp-tv-z]{15}$/.test(value);
}

export const ROOT_BYTES = 32;

/** The one secret of a vault, 256 random bits. It leaves the profile only inside a pairing code or wrapped in a header. */
export type RootKey = Bytes & { readonly [brand]: 'RootKey' };

export function newRootKey(fill: FillRandom): RootKey {
  return randomBytes(ROOT_BYTES, fill) as RootKey;
}

/** Null when the length is wrong. */
export function rootKeyOf(bytes: Bytes): RootKey | null {
  return bytes.length === ROOT_BYTES ? (bytes as RootKey) : null;
}

/** What seals and opens the vault's files: cannot be exported, may be stored in IndexedDB. */
export interface VaultKey {
  readonly vault: VaultId;
  /** Source of one subkey for each file (HKDF, RFC 5869). */
  readonly files: CryptoKey;
}

export async function vaultKeyOf(vault: VaultId, root: RootKey): Promise<VaultKey> {
  const files = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits']);
  return { vault, files };
}

/**
 * The root key in a form to store, so that a second profile can be paired later: encrypted under a key that IndexedDB
 * keeps and nobody can export. This keeps it out of exports, logs and casual reading; whoever runs code in the
 * extension can still use it.
 */
export interface LockedRoot {
  readonly lock: CryptoKey;
  readonly nonce: Bytes;
  readonly sealed: Bytes;
}

const ROOT_CONTEXT = utf8('backgrounder 1 locked root');

export async function lockRoot(root: RootKey, fill: FillRandom): Promise<LockedRoot> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const nonce = randomBytes(12, fill);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: ROOT_CONTEXT },
    lock,
    root,
  );
  return { lock, nonce, sealed: new Uint8Array(sealed) };
}

/** @throws OperationError when the parts do not belong together */
export async function unlockRoot({ lock, nonce, sealed }: LockedRoot): Promise<RootKey> {
  const root = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: ROOT_CONTEXT },
    lock,
    sealed,
  );
  return concatBytes(new Uint8Array(root)) as RootKey;
}
