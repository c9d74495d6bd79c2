import { describe, expect, test } from 'vitest';
import { deleting, setting, writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import { isVisible } from '../../utils/crdt/doc';
import type { DocId } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';
import { type Bytes, fillRandom, utf8 } from '../../utils/crypto/bytes';
import { passphraseSlot, recoverySlot, unwrapByRecovery } from '../../utils/crypto/key-header';
import { newRecoveryCode } from '../../utils/crypto/recovery-code';
import { newRootKey, type VaultId, vaultKeyOf } from '../../utils/crypto/vault-key';
import { readBackup, writeBackup } from '../../utils/sync/backup';
import { readKeyHeaders, replaceKeyHeader } from '../../utils/sync/key-files';
import { MemoryRemote } from '../../utils/sync/remotes/memory';
import type { ProfileId } from '../../utils/sync/store';
import { docIn, MemoryStore } from './memory-store';

const VAULT = 'abcdefghjkmnpqr' as VaultId;
const root = newRootKey(fillRandom);
const key = await vaultKeyOf(VAULT, root);
const ids = Array.from({ length: 2500 }, (_, index) => `note:${index.toString().padStart(4, '0')}` as DocId);

const person = (letter: string): MemoryStore =>
  new MemoryStore(letter as ProfileId, letter.repeat(12) as EpochId);

function write(store: MemoryStore, id: DocId, text: string): void {
  store.write([writing(id, docIn(store, id), text)], 1000);
}

const textIn = (store: MemoryStore, id: DocId): string | null => bodyOf(docIn(store, id))?.text ?? null;

describe('backup', () => {
  test('brings everything back into an empty profile, in several envelopes', async () => {
    const [ann, ben] = [person('a'), person('b')];
    for (const id of ids) write(ann, id, `text of ${id}`);
    const bytes = await writeBackup(ann, key, fillRandom);
    expect(await readBackup(bytes, ben, key)).toBe(2500);
    expect(ben.state.docs).toEqual(ann.state.docs);
    expect(ben.state.meta.vector).toEqual(ann.state.meta.vector);
  });

  test('merges: an old backup undoes neither an edit nor a deletion', async () => {
    const ann = person('a');
    const [first, second] = ['note:1', 'note:2'] as DocId[] as [DocId, DocId];
    write(ann, first, 'old');
    write(ann, second, 'to go');
    const old = await writeBackup(ann, key, fillRandom);
    write(ann, first, 'new');
    ann.write([deleting(second, docIn(ann, second))], 2000);
    await readBackup(old, ann, key);
    expect(textIn(ann, first)).toBe('new');
    expect(isVisible(docIn(ann, second))).toBe(false);
  });

  test('since some point carries only what is new, and fills no hole by itself', async () => {
    const [ann, ben, cid] = [person('a'), person('b'), person('c')];
    const [first, second] = ['note:1', 'note:2'] as DocId[] as [DocId, DocId];
    write(ann, first, 'one');
    await readBackup(await writeBackup(ann, key, fillRandom), ben, key);
    const since = ben.state.meta.vector;
    write(ann, second, 'two');
    ann.write([setting(second, 'kind', 'person')], 2000);
    const news = await writeBackup(ann, key, fillRandom, since);
    expect(await readBackup(news, ben, key)).toBe(1);
    expect(ben.state.meta.vector).toEqual(ann.state.meta.vector);
    await readBackup(news, cid, key);
    expect(textIn(cid, second)).toBe('two');
    expect(cid.state.meta.vector).toEqual({});
  });

  test('changes nothing when the file is damaged, cut, of another key or none at all', async () => {
    const ann = person('a');
    write(ann, 'note:1' as DocId, 'one');
    const good = await writeBackup(ann, key, fillRandom);
    const stranger = await vaultKeyOf(VAULT, newRootKey(fillRandom));
    const firstLength = new DataView(good.buffer).getUint32(4);
    const cases: [Bytes, typeof key, string][] = [
      [good.map((byte, index) => (index === 60 ? byte ^ 1 : byte)), key, 'damaged-or-other-key'],
      [good, stranger, 'damaged-or-other-key'],
      [good.slice(0, -1), key, 'not-a-backup'],
      [good.slice(0, 8 + firstLength), key, 'incomplete'],
      [good.slice(0, 4), key, 'incomplete'],
      [utf8('PK'), key, 'not-a-backup'],
      [new Uint8Array(), key, 'not-a-backup'],
    ];
    for (const [bytes, vaultKey, why] of cases) {
      const ben = person('b');
      expect(await readBackup(bytes, ben, vaultKey)).toBe(why);
      expect(ben.state.docs.size).toBe(0);
    }
  });
});

describe('key headers in the folder', () => {
  const { signal } = new AbortController();

  test('a new one takes the place of the old one', async () => {
    const remote = new MemoryRemote();
    const code = await newRecoveryCode(fillRandom);
    const byWords = {
      vault: VAULT,
      slots: [await passphraseSlot(VAULT, root, 'four words are enough', fillRandom)],
    };
    const byCode = { vault: VAULT, slots: [await recoverySlot(VAULT, root, code.secret, fillRandom)] };
    await replaceKeyHeader(remote, byWords, signal);
    await replaceKeyHeader(remote, byCode, signal);
    const headers = await readKeyHeaders(remote, signal);
    expect(headers).toEqual([byCode]);
    const [header] = headers;
    expect(header && (await unwrapByRecovery(header, code.secret))).toEqual(root);
  });

  test('foreign and newer ones are told apart', async () => {
    const remote = new MemoryRemote();
    await remote.put('k_0123456789.hdr', utf8('<html>'), signal);
    expect(await readKeyHeaders(remote, signal)).toEqual([]);
    await remote.put('k_0123456780.hdr', utf8('{"format":"backgrounder key header","v":2}'), signal);
    await expect(readKeyHeaders(remote, signal)).rejects.toThrow('newer-format');
  });
});
