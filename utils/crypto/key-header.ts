import {
  type Bytes,
  concatBytes,
  type FillRandom,
  fromBase64,
  randomBytes,
  toBase64,
  utf8,
  utf8Text,
} from './bytes';
import { deriveKey, isAcceptable, type Kdf, KDF_DEFAULT } from './kdf';
import { isVaultId, type RootKey, rootKeyOf, type VaultId } from './vault-key';

/**
 * The readable file that lets somebody without a paired profile in: the root key, wrapped once for the passphrase and
 * once for the recovery code. It tells an attacker the vault's id and the cost of a guess, nothing else.
 */
export interface KeyHeader {
  readonly vault: VaultId;
  readonly slots: readonly Slot[];
}

/** One way to the root key. */
interface Slot {
  /** Null for the recovery code, whose secret needs no stretching. */
  readonly kdf: Kdf | null;
  readonly salt: Bytes;
  /** 12 bytes of nonce, then AES-256-GCM of the root key. */
  readonly wrapped: Bytes;
}

/** Why a header did not give up the key. */
export type UnwrapFailure =
  /** It opens with nothing given: a slip in the passphrase or the code. */
  | 'wrong-secret'
  /** Its parameters are below our floor or above our ceiling: the server may have been tampered with. */
  | 'refused';

const WRAP_INFO = 'backgrounder 1 root key';

export async function passphraseSlot(
  vault: VaultId,
  root: RootKey,
  passphrase: string,
  fill: FillRandom,
  kdf = KDF_DEFAULT,
): Promise<Slot> {
  const salt = randomBytes(16, fill);
  return wrap(vault, root, kdf, salt, await deriveKey(kdf, passphrase, salt), fill);
}

export async function recoverySlot(
  vault: VaultId,
  root: RootKey,
  secret: Bytes,
  fill: FillRandom,
): Promise<Slot> {
  const salt = randomBytes(16, fill);
  return wrap(vault, root, null, salt, await recoveryKey(secret, salt), fill);
}

export async function unwrapByPassphrase(
  header: KeyHeader,
  passphrase: string,
): Promise<RootKey | UnwrapFailure> {
  const slots = header.slots.filter((slot) => slot.kdf !== null);
  const accepted = slots.filter(({ kdf }) => kdf !== null && isAcceptable(kdf));
  for (const slot of accepted) {
    if (slot.kdf === null) continue;
    const root = await unwrap(header.vault, slot, await deriveKey(slot.kdf, passphrase, slot.salt));
    if (root !== null) return root;
  }
  return accepted.length < slots.length ? 'refused' : 'wrong-secret';
}

/** @param secret as `readRecoveryCode` gives it */
export async function unwrapByRecovery(header: KeyHeader, secret: Bytes): Promise<RootKey | UnwrapFailure> {
  for (const slot of header.slots.filter(({ kdf }) => kdf === null)) {
    const root = await unwrap(header.vault, slot, await recoveryKey(secret, slot.salt));
    if (root !== null) return root;
  }
  return 'wrong-secret';
}

export function keyHeaderBytes(header: KeyHeader): Bytes {
  const slots = header.slots.map(({ kdf, salt, wrapped }) => ({
    kdf,
    salt: toBase64(salt),
    wrapped: toBase64(wrapped),
  }));
  return utf8(`${JSON.stringify({ format: 'backgrounder key header', v: 1, vault: header.vault, slots })}\n`);
}

/** The header, or why it is none. */
export function readKeyHeader(bytes: Uint8Array): KeyHeader | 'newer' | 'not-a-header' {
  try {
    const json = JSON.parse(utf8Text(bytes)) as Record<string, unknown>;
    if (json['format'] !== 'backgrounder key header') return 'not-a-header';
    if (json['v'] !== 1) return 'newer';
    const { vault, slots } = json;
    if (!isVaultId(vault) || !Array.isArray(slots)) return 'not-a-header';
    // Slots that this version cannot read may be another version's; the others still count.
    return { vault, slots: slots.flatMap((slot) => readSlot(slot) ?? []) };
  } catch {
    return 'not-a-header';
  }
}

function readSlot(json: unknown): Slot | null {
  const { kdf, salt, wrapped } = (json ?? {}) as Record<string, unknown>;
  if (typeof salt !== 'string' || typeof wrapped !== 'string') return null;
  const [saltBytes, wrappedBytes] = [fromBase64(salt), fromBase64(wrapped)];
  if (saltBytes === null || wrappedBytes === null) return null;
  if (kdf === null) return { kdf, salt: saltBytes, wrapped: wrappedBytes };
  const read = readKdf(kdf);
  return read === null ? null : { kdf: read, salt: saltBytes, wrapped: wrappedBytes };
}

function readKdf(json: unknown): Kdf | null {
  const { name, memoryKib, passes, lanes, iterations } = (json ?? {}) as Record<string, unknown>;
  if (name === 'argon2id' && isCount(memoryKib) && isCount(passes) && isCount(lanes))
    return { name, memoryKib, passes, lanes };
  return name === 'pbkdf2-sha256' && isCount(iterations) ? { name, iterations } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

async function recoveryKey(secret: Bytes, salt: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8('backgrounder 1 recovery key');
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, 256),
  );
}

async function wrap(
  vault: VaultId,
  root: RootKey,
  kdf: Kdf | null,
  salt: Bytes,
  wrappingKey: Bytes,
  fill: FillRandom,
): Promise<Slot> {
  const iv = randomBytes(12, fill);
  const key = await crypto.subtle.importKey('raw', wrappingKey, 'AES-GCM', false, ['encrypt']);
  const additionalData = bound(vault, kdf);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, root);
  return { kdf, salt, wrapped: concatBytes(iv, new Uint8Array(sealed)) };
}

async function unwrap(vault: VaultId, slot: Slot, wrappingKey: Bytes): Promise<RootKey | null> {
  const key = await crypto.subtle.importKey('raw', wrappingKey, 'AES-GCM', false, ['decrypt']);
  const iv = slot.wrapped.slice(0, 12);
  const additionalData = bound(vault, slot.kdf);
  try {
    const root = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      slot.wrapped.slice(12),
    );
    return rootKeyOf(new Uint8Array(root));
  } catch {
    // GCM's way of saying that the key is another one.
    return null;
  }
}

/** A server that lowers the cost in the header gets a slot that no longer opens. */
function bound(vault: VaultId, kdf: Kdf | null): Bytes {
  const cost =
    kdf === null
      ? 'recovery'
      : kdf.name === 'argon2id'
        ? `argon2id ${kdf.memoryKib} ${kdf.passes} ${kdf.lanes}`
        : `pbkdf2-sha256 ${kdf.iterations}`;
  return utf8(`${WRAP_INFO}\n${vault}\n${cost}`);
}
