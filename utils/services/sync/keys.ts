import { type KeyHeader, passphraseSlot, recoverySlot } from '../../crypto/key-header';
import { pairingText, readPairingText } from '../../crypto/pairing-code';
import { newRecoveryCode } from '../../crypto/recovery-code';
import { unlockRoot } from '../../crypto/vault-key';
import type { SyncCalls, SyncPlace, SyncReply } from '../../messaging/sync-calls';
import { CallError } from '../../model/call-error';
import { EncryptedRemote } from '../../sync/encrypted-remote';
import { syncErrorOf } from '../../sync/errors';
import { dropKeyHeaders, readKeyHeaders, replaceKeyHeader } from '../../sync/key-files';
import { leaveFolder } from '../../sync/leave-folder';
import type { Remote } from '../../sync/remote';
import { newVault } from './connect';
import { DexieStore, forgetReaders } from './dexie-store';
import { remoteOf } from './place-remote';
import { detailOf, refused, type SyncRunner } from './runner';
import { changeStatus, readState, type VaultState, writeState } from './state';
import type { SyncWorld } from './world';

const HEADER_MS = 60_000;

/** @throws CallError `unavailable` while sync is off */
export async function connection(
  world: SyncWorld,
): Promise<{ readonly vault: VaultState; readonly place: SyncPlace }> {
  const { database } = world.library;
  const [vault, place] = [await readState(database, 'vault'), await readState(database, 'place')];
  if (vault === null || place === null) throw new CallError('unavailable', 'sync is off');
  return { vault, place };
}

/** All that a second profile needs; with an empty password where its owner would rather type it. */
export async function pairingCode(world: SyncWorld, withPassword: boolean): Promise<string> {
  const { vault, place } = await connection(world);
  const root = await unlockRoot(vault.root);
  const remote = withPassword ? place : withoutPassword(place);
  return pairingText({ vault: vault.key.vault, root, remote });
}

function withoutPassword(place: SyncPlace): SyncPlace {
  switch (place.type) {
    case 'webdav':
      return { ...place, password: '' };
    case 's3':
      return { ...place, secret: '' };
    case 'account':
    case 'folder':
      return place;
  }
}

/** The place that a code names, or why the code cannot be read. */
export async function placeInCode(text: string): Promise<ReturnType<SyncCalls['readPairingCode']>> {
  const code = await readPairingText(text);
  if (typeof code === 'string') return { place: null, problem: code };
  return { place: placeOf(code.remote), problem: null };
}

/** Only strings, and only those that a place of its type has: a code comes from outside. */
function placeOf(remote: Readonly<Record<string, unknown>>): SyncPlace | null {
  const text = (name: string): string => {
    const value = remote[name];
    return typeof value === 'string' ? value : '';
  };
  switch (remote['type']) {
    case 'webdav':
      return { type: 'webdav', url: text('url'), user: text('user'), password: text('password') };
    case 's3':
      return {
        type: 's3',
        endpoint: text('endpoint'),
        region: text('region'),
        bucket: text('bucket'),
        prefix: text('prefix'),
        keyId: text('keyId'),
        secret: text('secret'),
        style: remote['style'] === 'host' ? 'host' : 'path',
      };
    case 'account':
    case 'folder':
      return { type: remote['type'] };
    default:
      return null;
  }
}

/**
 * A new recovery code, in force once it is in the folder; the former one stops working.
 *
 * @throws CallError `unavailable` with the sync code as its message when it could not be written
 */
export async function makeRecoveryCode(world: SyncWorld): Promise<string> {
  const { vault, place } = await connection(world);
  try {
    const remote = await remoteOf(world, place);
    const { text, secret } = await newRecoveryCode(world.fill);
    const slot = await recoverySlot(vault.key.vault, await unlockRoot(vault.root), secret, world.fill);
    await writeSlots(remote, vault, [...(await slotsOf(remote, vault, 'passphrase')), slot]);
    return text;
  } catch (cause) {
    throw new CallError('unavailable', syncErrorOf(cause).code, { cause });
  }
}

/** Sets or changes the passphrase, or (null) takes it away. The recovery code stays. */
export async function setPassphrase(world: SyncWorld, passphrase: string | null): Promise<SyncReply> {
  const { vault, place } = await connection(world);
  try {
    const remote = await remoteOf(world, place);
    const kept = await slotsOf(remote, vault, 'recovery');
    const root = await unlockRoot(vault.root);
    const slots =
      passphrase === null
        ? kept
        : [await passphraseSlot(vault.key.vault, root, passphrase, world.fill), ...kept];
    await writeSlots(remote, vault, slots);
    await changeStatus(world.library.database, { hasPassphrase: passphrase !== null });
    return { ok: true };
  } catch (cause) {
    const error = syncErrorOf(cause);
    return refused(error.code, detailOf(error));
  }
}

/**
 * Shuts everybody else out: a new vault under a new key, written whole; then the old vault's files go. Profiles that are to
 * stay are paired again. Whoever had the old key keeps what was read until now, and the storage's password too: the reader
 * changes that where it was set.
 */
export async function rotateKey(world: SyncWorld, runner: SyncRunner): Promise<SyncReply> {
  const { vault, place } = await connection(world);
  const { database } = world.library;
  try {
    const remote = await remoteOf(world, place);
    const signal = AbortSignal.timeout(HEADER_MS);
    // Everything must have been read before the key is thrown away.
    const last = await runner.run({ byReader: true });
    if (!last.ok) return last;
    const sealed = new EncryptedRemote(remote, vault.key, world.fill);
    const files = (await sealed.list(signal)).map(({ name }) => name.text);
    const next = await newVault(world);
    await runner.exclusively(async () => {
      await leaveFolder(new DexieStore(database, await world.session()));
      await forgetReaders(database);
      const earlier = (await readState(database, 'leftovers')) ?? [];
      await writeState(database, { vault: next, leftovers: [...earlier, ...files] });
      await changeStatus(database, { hasPassphrase: false });
    });
    // It opens a vault that is on its way out.
    await dropKeyHeaders(remote, signal);
  } catch (cause) {
    const error = syncErrorOf(cause);
    return refused(error.code, detailOf(error));
  }
  return runner.run({ byReader: true });
}

type Slots = KeyHeader['slots'];

/** Ways into this vault that lie in the folder, of one kind. */
async function slotsOf(remote: Remote, vault: VaultState, kind: 'passphrase' | 'recovery'): Promise<Slots> {
  const headers = await readKeyHeaders(remote, AbortSignal.timeout(HEADER_MS));
  const own = headers.filter((header) => header.vault === vault.key.vault);
  return own
    .flatMap(({ slots }) => slots)
    .filter(({ kdf }) => (kdf === null) === (kind === 'recovery'))
    .slice(-1);
}

async function writeSlots(remote: Remote, vault: VaultState, slots: Slots): Promise<void> {
  const signal = AbortSignal.timeout(HEADER_MS);
  if (slots.length === 0) await dropKeyHeaders(remote, signal);
  else await replaceKeyHeader(remote, { vault: vault.key.vault, slots }, signal);
}
