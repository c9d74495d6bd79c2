import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docToJson } from '../../utils/crdt/doc-json';
import type { EpochId } from '../../utils/crdt/stamp';
import { covers } from '../../utils/crdt/vector';
import { type Bytes, fillRandom, fromBase64 } from '../../utils/crypto/bytes';
import { rootKeyOf, type VaultId, vaultKeyOf } from '../../utils/crypto/vault-key';
import { readBackup } from '../../utils/sync/backup';
import { EncryptedRemote } from '../../utils/sync/encrypted-remote';
import { syncRound } from '../../utils/sync/engine';
import { MemoryRemote } from '../../utils/sync/remotes/memory';
import type { ProfileId } from '../../utils/sync/store';
import { MemoryStore } from './memory-store';

interface Golden {
  readonly vault: VaultId;
  readonly root: string;
  readonly vector: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, string>>;
  readonly backup: string;
  /** Id and state of each document: two heads, a deletion, folded history, an operation of a later version. */
  readonly docs: readonly (readonly [string, unknown])[];
}

const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/sync/vault-1.json'), 'utf8'),
) as Golden;

const { signal } = new AbortController();
const rootBytes = rootKeyOf(bytes(golden.root));
if (rootBytes === null) throw new Error('the fixture is damaged');
const key = await vaultKeyOf(golden.vault, rootBytes);

function bytes(text: string): Bytes {
  return fromBase64(text) ?? new Uint8Array();
}

function docsOf(store: MemoryStore): unknown {
  const docs = [...store.state.docs].map(([id, doc]) => [id, docToJson(doc)] as const);
  return docs.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const fresh = (): MemoryStore => new MemoryStore('profile-f' as ProfileId, 'ffffffffffff' as EpochId);

test('a folder of format 1 is read by today’s code, and not rewritten', async () => {
  const remote = new MemoryRemote();
  for (const [name, text] of Object.entries(golden.files)) await remote.put(name, bytes(text), signal);
  const store = fresh();
  const report = await syncRound({
    store,
    remote: new EncryptedRemote(remote, key, fillRandom),
    nowMs: () => 1_790_000_000_000,
    signal,
  });
  expect(report).toMatchObject({ isRepairing: false, isOutdated: false, unreadable: [], missing: {} });
  expect(covers(store.state.meta.vector, golden.vector)).toBe(true);
  expect(docsOf(store)).toEqual(golden.docs);
  const names = (await remote.list(signal)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(golden.files)));
});

test('a backup of format 1 is read by today’s code', async () => {
  const store = fresh();
  expect(await readBackup(bytes(golden.backup), store, key)).toBe(golden.docs.length);
  expect(docsOf(store)).toEqual(golden.docs);
});
