import { readPairingText } from '../../crypto/pairing-code';
import { readRecoveryCode } from '../../crypto/recovery-code';
import { unwrapByPassphrase, unwrapByRecovery } from '../../crypto/key-header';
import { lockRoot, newRootKey, type RootKey, type VaultId, vaultKeyOf } from '../../crypto/vault-key';
import type { SyncKeySource, SyncReply, SyncTestReply } from '../../messaging/sync-calls';
import type { SyncPlace } from '../../model/sync-place';
import { testConnection } from '../../sync/connection-test';
import { EncryptedRemote } from '../../sync/encrypted-remote';
import { type SyncError, syncErrorOf } from '../../sync/errors';
import { readKeyHeaders } from '../../sync/key-files';
import { leaveFolder } from '../../sync/leave-folder';
import type { Remote } from '../../sync/remote';
import type { ProfileId } from '../../sync/store';
import { beginAdoption } from './adopt';
import { beginRecording, DexieStore, forgetReaders, forgetSync } from './dexie-store';
import { remoteOf } from './place-remote';
import { detailOf, refused, type SyncRunner } from './runner';
import { dropState, NEW_STATUS, readState, type VaultState, writeState } from './state';
import type { SyncWorld } from './world';

/** A wrong answer to a connection test is soon known. */
const CHECK_MS = 60_000;

const step = (name: string, error: SyncError | null) => ({
  name,
  ok: error === null,
  code: error?.code ?? null,
  detail: error === null ? null : detailOf(error),
});

/** Tries a place step by step. Nothing is kept. */
export async function testPlace(world: SyncWorld, place: SyncPlace): Promise<SyncTestReply> {
  try {
    const remote = await remoteOf(world, place);
    const { passed, error } = await testConnection(remote, world.fill, AbortSignal.timeout(CHECK_MS));
    const steps = passed.map((name) => step(name, null));
    const failed = STEPS[passed.length];
    return { steps: error === null || failed === undefined ? steps : [...steps, step(failed, error)] };
  } catch (cause) {
    return { steps: [step('list', syncErrorOf(cause))] };
  }
}

const STEPS = ['list', 'write', 'see', 'read', 'delete'] as const;

/**
 * Connects this profile with a place, under a new key or one that it is given, and runs as far as it gets. Nothing is
 * kept unless the key opens what lies there.
 */
export async function connect(
  world: SyncWorld,
  runner: SyncRunner,
  place: SyncPlace,
  source: SyncKeySource,
): Promise<SyncReply> {
  const { database } = world.library;
  try {
    if (!(await database.isWritable())) return refused('newer-format');
    const remote = await remoteOf(world, place);
    const signal = AbortSignal.timeout(CHECK_MS);
    const found = await vaultFor(world, remote, source, signal);
    if (!found.ok) return found;
    const { vault, hasPassphrase } = found;
    await runner.exclusively(async () => {
      const session = await world.session();
      const before = await readState(database, 'vault');
      await beginRecording(database, session, world.library.newId() as ProfileId);
      // Whatever is known of files may be known of another folder.
      await leaveFolder(new DexieStore(database, session));
      if (before?.key.vault !== vault.key.vault) await forgetReaders(database);
      await beginAdoption(database);
      // Last: from here on the profile counts as connected.
      await writeState(database, { vault, place, status: { ...NEW_STATUS, hasPassphrase } });
    });
  } catch (cause) {
    const error = syncErrorOf(cause);
    return refused(error.code, detailOf(error));
  }
  return runner.run({ byReader: true });
}

/** Leaves the folder, and (`forget`) key and place too. The library and the folder stay as they are. */
export async function disconnect(world: SyncWorld, runner: SyncRunner, forget: boolean): Promise<SyncReply> {
  const { database } = world.library;
  await runner.exclusively(async () => {
    if ((await readState(database, 'place')) === null && !forget) return;
    if (forget) {
      await forgetSync(database);
      return;
    }
    await leaveFolder(new DexieStore(database, await world.session()));
    await dropState(database, ['place', 'status']);
  });
  return { ok: true };
}

type Found =
  | { readonly ok: true; readonly vault: VaultState; readonly hasPassphrase: boolean }
  | Extract<SyncReply, { readonly ok: false }>;

async function vaultFor(
  world: SyncWorld,
  remote: Remote,
  source: SyncKeySource,
  signal: AbortSignal,
): Promise<Found> {
  const headers = await readKeyHeaders(remote, signal);
  const hasPassphrase = headers.some(({ slots }) => slots.some(({ kdf }) => kdf !== null));
  const check = async (vault: VaultState, isNew: boolean): Promise<Found> => {
    const state = await lookInto(world, remote, vault, signal);
    if (state === 'strange') return fail('wrong-vault');
    if (state === 'empty' && !isNew) return fail('not-found', 'the folder is empty');
    return { ok: true, vault, hasPassphrase };
  };
  const joined = async (vault: VaultId, root: RootKey): Promise<Found> =>
    check(await vaultOf(world, vault, root), false);
  switch (source.type) {
    case 'new': {
      // Who comes back to a folder that was only disconnected comes back to its vault.
      const kept = await readState(world.library.database, 'vault');
      if (kept !== null && (await lookInto(world, remote, kept, signal)) === 'opens')
        return { ok: true, vault: kept, hasPassphrase };
      return check(await newVault(world), true);
    }
    case 'pairing': {
      const code = await readPairingText(source.code);
      return typeof code === 'string' ? fail(code) : joined(code.vault, code.root);
    }
    case 'passphrase':
    case 'recovery': {
      const secret = source.type === 'recovery' ? await readRecoveryCode(source.code) : null;
      if (source.type === 'recovery' && secret === null) return fail('mistyped');
      if (headers.length === 0) return fail('no-header');
      let why = 'wrong-secret';
      for (const header of headers) {
        const root =
          source.type === 'passphrase'
            ? await unwrapByPassphrase(header, source.passphrase)
            : await unwrapByRecovery(header, secret ?? new Uint8Array());
        if (typeof root !== 'string') return joined(header.vault, root);
        why = root;
      }
      return fail(why);
    }
  }
}

function fail(code: string, detail: string | null = null): Extract<Found, { readonly ok: false }> {
  return { ok: false, code, detail };
}

/** A vault under a key that nobody has yet. */
export async function newVault(world: SyncWorld): Promise<VaultState> {
  return vaultOf(world, world.library.newId() as VaultId, newRootKey(world.fill));
}

async function vaultOf({ fill }: SyncWorld, vault: VaultId, root: RootKey): Promise<VaultState> {
  return { key: await vaultKeyOf(vault, root), root: await lockRoot(root, fill) };
}

/** Files that are tried: one or two may just be torn. */
const SAMPLE = 8;

/** Whether the folder holds something that this key opens, only things that it does not, or nothing of ours. */
async function lookInto(
  world: SyncWorld,
  remote: Remote,
  { key }: VaultState,
  signal: AbortSignal,
): Promise<'empty' | 'opens' | 'strange'> {
  const sealed = new EncryptedRemote(remote, key, world.fill);
  const files = (await sealed.list(signal)).filter(({ name }) => name.kind !== 'part');
  for (const { name } of files.slice(-SAMPLE)) {
    const opened = await sealed.read(name, signal);
    if (opened?.ok === true) return 'opens';
  }
  return files.length === 0 ? 'empty' : 'strange';
}
