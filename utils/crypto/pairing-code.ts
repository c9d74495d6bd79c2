import { fromBase32, toBase32 } from './base32';
import { type Bytes, concatBytes, equalBytes, sha256, utf8, utf8Text } from './bytes';
import { isVaultId, ROOT_BYTES, type RootKey, rootKeyOf, type VaultId } from './vault-key';

const PREFIX = 'BGP1-';
const CHECK_BYTES = 4;

/**
 * All that a second profile needs to join: shown for two minutes after a click, as text and as a QR code, never stored.
 * Whoever reads it can read the vault.
 */
export interface PairingCode {
  readonly vault: VaultId;
  readonly root: RootKey;
  /** Where the files are, in JSON: kind of storage, address, and the password unless its owner would rather type it. */
  readonly remote: { readonly [key: string]: unknown };
}

/** Why a code could not be read. */
export type PairingFailure = 'not-a-code' | 'mistyped' | 'newer';

/** Upper-case letters, digits and a hyphen: about 200 characters, a QR code of version 9 or 10. */
export async function pairingText({ vault, root, remote }: PairingCode): Promise<string> {
  const payload = concatBytes(root, utf8(vault), utf8(JSON.stringify(remote)));
  return PREFIX + toBase32(concatBytes(await check(payload), payload));
}

/** Reads what was pasted, scanned or typed, in any case and with blanks anywhere. */
export async function readPairingText(text: string): Promise<PairingCode | PairingFailure> {
  const clean = text.trim().toUpperCase();
  if (/^BGP[2-9]-/.test(clean)) return 'newer';
  if (!clean.startsWith(PREFIX)) return 'not-a-code';
  const bytes = fromBase32(clean.slice(PREFIX.length));
  if (bytes === null || bytes.length < CHECK_BYTES + ROOT_BYTES) return 'mistyped';
  const payload = bytes.slice(CHECK_BYTES);
  if (!equalBytes(bytes.slice(0, CHECK_BYTES), await check(payload))) return 'mistyped';
  return parse(payload) ?? 'not-a-code';
}

const VAULT_LENGTH = 15;

function parse(payload: Bytes): PairingCode | null {
  const root = rootKeyOf(payload.slice(0, ROOT_BYTES));
  try {
    const vault = utf8Text(payload.slice(ROOT_BYTES, ROOT_BYTES + VAULT_LENGTH));
    const remote: unknown = JSON.parse(utf8Text(payload.slice(ROOT_BYTES + VAULT_LENGTH)));
    if (root === null || !isVaultId(vault) || typeof remote !== 'object' || remote === null) return null;
    return { vault, root, remote: remote as PairingCode['remote'] };
  } catch {
    // The checksum was right, so this was written by a program that is not ours.
    return null;
  }
}

async function check(payload: Bytes): Promise<Bytes> {
  return (await sha256(concatBytes(utf8('backgrounder 1 pairing'), payload))).slice(0, CHECK_BYTES);
}
