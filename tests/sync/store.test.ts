import { expect, test } from 'vitest';
import { writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import type { DocId } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';
import { fillRandom } from '../../utils/crypto/bytes';
import { newRootKey, type VaultId, vaultKeyOf } from '../../utils/crypto/vault-key';
import { EncryptedRemote } from '../../utils/sync/encrypted-remote';
import { syncRound } from '../../utils/sync/engine';
import { SyncError } from '../../utils/sync/errors';
import { leaveFolder } from '../../utils/sync/leave-folder';
import { MemoryRemote } from '../../utils/sync/remotes/memory';
import type { Remote } from '../../utils/sync/remote';
import type { ProfileId } from '../../utils/sync/store';
import { docIn, MemoryStore } from './memory-store';
import { storeContract } from './store-contract';

const person = (letter: string): MemoryStore =>
  new MemoryStore(letter as ProfileId, letter.repeat(12) as EpochId);

storeContract('in memory', () => Promise.resolve(person('a')));

const NOTE = 'note:1' as DocId;

async function sync(store: MemoryStore, vault: string, remote: Remote): Promise<void> {
  const key = await vaultKeyOf(vault as VaultId, ROOT);
  await syncRound({
    store,
    remote: new EncryptedRemote(remote, key, fillRandom),
    nowMs: () => 1_700_000_000_000,
    signal: new AbortController().signal,
  });
}

const ROOT = newRootKey(fillRandom);

/** A remote that takes nothing. */
function full(remote: Remote): Remote {
  return {
    list: (signal) => remote.list(signal),
    get: (name, signal) => remote.get(name, signal),
    put: () => Promise.reject(new SyncError('full')),
    del: (name, signal) => remote.del(name, signal),
  };
}

test.each([
  ['after leaving the folder', true],
  ['without having left it', false],
])(
  'a profile that moves to another vault in the middle of sending brings everything, %s',
  async (_, leaves) => {
    const [ann, ben] = [person('a'), person('b')];
    const [before, after] = [new MemoryRemote(), new MemoryRemote()];
    const [oldVault, newVault] = ['000000000000000', '111111111111111'] as const;
    ann.write([writing(NOTE, docIn(ann, NOTE), 'under way when we moved')], 1000);
    await expect(sync(ann, oldVault, full(before))).rejects.toThrow('full');
    expect(ann.state.meta.intent).not.toBeNull();
    if (leaves) await leaveFolder(ann);
    await sync(ann, newVault, after);
    await sync(ben, newVault, after);
    expect(bodyOf(docIn(ben, NOTE))?.text).toBe('under way when we moved');
  },
);
