import { describe, expect, test } from 'vitest';
import { setting, writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import { docOfOp, EMPTY_DOC, fieldOf } from '../../utils/crdt/doc';
import type { DocId, Op, OpDraft } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';
import type { VaultId } from '../../utils/crypto/vault-key';
import type { KnownFile, ProfileId, SyncStore } from '../../utils/sync/store';

const OTHER = 'bbbbbbbbbbbb' as EpochId;
const [ONE, TWO] = ['note:1', 'note:2'] as [string, string] as [DocId, DocId];
const KNOWN: KnownFile = { sizeBytes: 5, state: 'read', failures: 0, contents: null };

/** An operation of somebody else. */
function foreign(n: number, doc: DocId, field: string, value: string, ms = 1000): Op {
  return { doc, n, at: { ms, counter: 0, epoch: OTHER }, change: { kind: 'set', field, value } };
}

const ack: OpDraft = { doc: '' as DocId, change: { kind: 'ack' } };

/**
 * What every `SyncStore` must do.
 *
 * @param open an empty store of a profile that has begun a session
 */
export function storeContract(title: string, open: () => Promise<SyncStore>): void {
  // oxlint-disable-next-line vitest/valid-title -- one suite, a title for each store
  describe(title, () => {
    test('begins with nothing but a profile and an epoch', async () => {
      const meta = await (await open()).meta();
      expect(meta.author.n).toBe(0);
      expect(meta).toMatchObject({ vector: {}, published: {}, intent: null, job: null, hasNews: false });
      expect([meta.files.size, meta.readers.size, meta.owners.size]).toEqual([0, 0, 0]);
    });

    test('numbers operations without a hole, shows them at once and keeps them', async () => {
      const store = await open();
      await store.append([setting(ONE, 'name', 'a'), writing(TWO, EMPTY_DOC, 'text')], 5000);
      await store.append([setting(ONE, 'name', 'b')], 4000);
      const { author, vector } = await store.meta();
      expect(vector).toEqual({ [author.epoch]: 3 });
      const pending = await store.pending(10);
      expect(pending.map(({ n }) => n)).toEqual([1, 2, 3]);
      // The clock never runs backwards, although the wall clock did.
      expect(pending.map(({ at }) => at.ms)).toEqual([5000, 5000, 5000]);
      expect(await store.pending(2)).toHaveLength(2);
      const docs = await store.docs([ONE, TWO, 'note:none' as DocId]);
      expect(docs.size).toBe(2);
      expect(fieldOf(docs.get(ONE) ?? EMPTY_DOC, 'name')).toBe('b');
      expect(bodyOf(docs.get(TWO) ?? EMPTY_DOC)?.text).toBe('text');
    });

    test('keeps an acknowledgement without making a document of it', async () => {
      const store = await open();
      await store.append([ack], 1000);
      expect(await store.pending(10)).toHaveLength(1);
      expect(await store.docsAfter(null, 10)).toEqual([]);
    });

    test('joins documents with what is there, in any order', async () => {
      const store = await open();
      await store.append([setting(ONE, 'mine', 'kept')], 9000);
      await store.apply({ docs: [[ONE, docOfOp(foreign(2, ONE, 'name', 'new', 2000))]] });
      await store.apply({ docs: [[ONE, docOfOp(foreign(1, ONE, 'name', 'old', 1000))]] });
      const doc = (await store.docs([ONE])).get(ONE) ?? EMPTY_DOC;
      expect([fieldOf(doc, 'mine'), fieldOf(doc, 'name')]).toEqual(['kept', 'new']);
    });

    test('raises vectors, the clock and readers, and never lowers them', async () => {
      const store = await open();
      const reader = 'reader' as ProfileId;
      await store.apply({
        vector: { [OTHER]: 5 },
        clock: { ms: 9e12, counter: 3 },
        readers: [[reader, { seen: { [OTHER]: 5 }, ms: 50 }]],
        owners: [[OTHER, reader]],
      });
      await store.apply({
        vector: { [OTHER]: 2 },
        clock: { ms: 1, counter: 0 },
        readers: [[reader, { seen: { [OTHER]: 2 }, ms: 10 }]],
      });
      const meta = await store.meta();
      expect(meta.vector).toEqual({ [OTHER]: 5 });
      expect(meta.readers.get(reader)).toEqual({ seen: { [OTHER]: 5 }, ms: 50 });
      expect(meta.owners.get(OTHER)).toBe(reader);
      await store.append([setting(ONE, 'name', 'later')], 1000);
      const [op] = await store.pending(1);
      expect(op?.at).toMatchObject({ ms: 9e12, counter: 4 });
    });

    test('lets go of operations that are published, and of those only', async () => {
      const store = await open();
      await store.append([setting(ONE, 'a', 1), setting(ONE, 'b', 2), setting(ONE, 'c', 3)], 1000);
      const { author } = await store.meta();
      await store.apply({ published: { [author.epoch]: 2 } });
      expect((await store.pending(10)).map(({ n }) => n)).toEqual([3]);
      expect((await store.meta()).published).toEqual({ [author.epoch]: 2 });
    });

    test('replaces what is given and leaves what is not', async () => {
      const store = await open();
      const vault = 'abcdefghjkmnpqr' as VaultId;
      const intent = { file: { vault, name: 'f', bytes: Uint8Array.of(1, 2) }, landed: { hasNews: false } };
      const job = {
        epoch: OTHER,
        seq: 0,
        vector: { [OTHER]: 1 },
        after: ONE,
        parts: [{ name: 'p', sizeBytes: 1 }],
      };
      await store.apply({ intent, job, hasNews: true, snapshotCount: 4, files: [['f', KNOWN]] });
      await store.apply({ files: [['g', KNOWN]] });
      expect(await store.meta()).toMatchObject({ intent, job, hasNews: true, snapshotCount: 4 });
      await store.apply({ intent: null, job: null, hasNews: false, files: [['f', null]] });
      const meta = await store.meta();
      expect(meta).toMatchObject({ intent: null, job: null, hasNews: false, snapshotCount: 4 });
      expect([...meta.files]).toEqual([['g', KNOWN]]);
    });

    test('gives documents page by page in the order of their ids', async () => {
      const store = await open();
      const ids = ['b:1', 'a:2', 'a:10', 'c:1', 'B:1'] as DocId[];
      await store.append(
        ids.map((id) => setting(id, 'name', id)),
        1000,
      );
      const first = await store.docsAfter(null, 2);
      const second = await store.docsAfter(first.at(-1)?.[0] ?? null, 10);
      expect([...first, ...second].map(([id]) => id)).toEqual(['B:1', 'a:10', 'a:2', 'b:1', 'c:1']);
      expect(await store.visibleCount()).toBe(5);
    });
  });
}
