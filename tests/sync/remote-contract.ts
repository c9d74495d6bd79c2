import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import type { DocId } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';
import { fillRandom, utf8 } from '../../utils/crypto/bytes';
import { newRootKey, type VaultId, vaultKeyOf } from '../../utils/crypto/vault-key';
import { EncryptedRemote } from '../../utils/sync/encrypted-remote';
import { syncRound } from '../../utils/sync/engine';
import { syncErrorOf } from '../../utils/sync/errors';
import type { Remote } from '../../utils/sync/remote';
import { LIMITS } from '../../utils/sync/round';
import type { ProfileId } from '../../utils/sync/store';
import { Random } from '../crdt/random';
import { docIn, MemoryStore } from './memory-store';

export interface RemoteSetup {
  /** A folder of this name that nobody has used yet; the same name gives the same folder again. */
  readonly open: (folder: string) => Remote;
  readonly stop: () => Promise<void>;
  /** The largest file that fits, where that is less than 5 MB. */
  readonly largestBytes?: number;
}

const PATIENCE_MS = 60_000;
const NAME = 'aaaaaaaaaaaa_000000001_000000002_0123456789.log';

/**
 * What every remote must do; run by each of them, against a real server where there is one.
 *
 * @param patienceMs how long a test may take; more for storage that makes its writers wait
 */
export function remoteContract(
  title: string,
  start: () => Promise<RemoteSetup>,
  patienceMs: number = PATIENCE_MS,
): void {
  // oxlint-disable-next-line vitest/valid-title -- one suite, a title for each remote
  describe(title, () => {
    const { signal } = new AbortController();
    let setup: RemoteSetup | null = null;
    const open = (folder: string): Remote => {
      if (setup === null) throw new Error('the remote was not started');
      return setup.open(folder);
    };

    beforeAll(async () => {
      setup = await start();
    }, patienceMs);

    afterAll(async () => {
      await setup?.stop();
    }, patienceMs);

    test('a folder that nobody has made is empty, and has no files', async () => {
      const remote = open('untouched');
      expect(await remote.list(signal)).toEqual([]);
      expect(await remote.get(NAME, signal)).toBeNull();
      await remote.del(NAME, signal);
    });

    test('what was put is listed with its size and comes back', async () => {
      const remote = open('simple');
      await remote.put(NAME, utf8('hello'), signal);
      expect(await remote.list(signal)).toEqual([{ name: NAME, sizeBytes: 5 }]);
      expect(await remote.get(NAME, signal)).toEqual(utf8('hello'));
    });

    test('a second put replaces the first', async () => {
      const remote = open('twice');
      await remote.put(NAME, utf8('a long text that was there before'), signal);
      await remote.put(NAME, utf8('short'), signal);
      expect(await remote.get(NAME, signal)).toEqual(utf8('short'));
      expect(await remote.list(signal)).toEqual([{ name: NAME, sizeBytes: 5 }]);
    });

    test('a deleted file is gone, and may be deleted again', async () => {
      const remote = open('deleted');
      await remote.put(NAME, utf8('hello'), signal);
      await remote.del(NAME, signal);
      await remote.del(NAME, signal);
      expect(await remote.get(NAME, signal)).toBeNull();
      expect(await remote.list(signal)).toEqual([]);
    });

    test(
      'every byte survives, in files of 0 bytes, 1 byte and 5 MB or as much as fits',
      async () => {
        const remote = open('sizes');
        const random = new Random(3);
        for (const sizeBytes of [0, 1, setup?.largestBytes ?? 5_000_000]) {
          const bytes = random.fillBytes(new Uint8Array(sizeBytes));
          await remote.put(NAME, bytes, signal);
          const back = await remote.get(NAME, signal);
          expect(back?.length).toBe(sizeBytes);
          expect(back === null ? -1 : bytes.findIndex((byte, index) => byte !== back[index])).toBe(-1);
          expect(await remote.list(signal)).toEqual([{ name: NAME, sizeBytes }]);
        }
      },
      patienceMs,
    );

    test('folders do not see each other', async () => {
      await open('left').put(NAME, utf8('left'), signal);
      expect(await open('right').list(signal)).toEqual([]);
    });

    test(
      'twenty files at once all arrive',
      async () => {
        const remote = open('many');
        const names = Array.from({ length: 20 }, (_, index) =>
          NAME.replace('0123456789', `00000000${index + 10}`),
        );
        await Promise.all(names.map((name) => remote.put(name, utf8(name), signal)));
        const listed = await remote.list(signal);
        expect(listed.map(({ name }) => name).toSorted()).toEqual(names);
      },
      patienceMs,
    );

    test('an aborted signal ends a request with `stopped`', async () => {
      const aborted = AbortSignal.abort();
      const codes = await Promise.all(
        [open('aborted').list(aborted), open('aborted').put(NAME, utf8('x'), aborted)].map((request) =>
          Promise.resolve(request).then(
            () => null,
            (cause: unknown) => syncErrorOf(cause).code,
          ),
        ),
      );
      expect(codes).toEqual(['stopped', 'stopped']);
    });

    test(
      'three profiles converge on it, with compaction',
      async () => {
        const texts = await threeProfiles(open('vault'));
        expect(texts[0]).toHaveLength(4);
        expect(texts[1]).toEqual(texts[0]);
        expect(texts[2]).toEqual(texts[0]);
      },
      patienceMs,
    );
  });
}

/** The texts that each profile sees in the end, by document. */
async function threeProfiles(remote: Remote): Promise<readonly unknown[][]> {
  const key = await vaultKeyOf('abcdefghjkmnpqr' as VaultId, newRootKey(fillRandom));
  const stores = ['a', 'b', 'c'].map(
    (letter) => new MemoryStore(letter as ProfileId, letter.repeat(12) as EpochId),
  );
  const random = new Random(9);
  const sync = (store: MemoryStore): Promise<unknown> =>
    syncRound({
      store,
      remote: new EncryptedRemote(remote, key, fillRandom),
      nowMs: () => 1_700_000_000_000,
      signal: new AbortController().signal,
      limits: { ...LIMITS, logsMax: 8, partDocsMax: 2 },
    });
  for (let turn = 0; turn < 15; turn += 1) {
    for (const store of stores) {
      const id = `note:${random.below(4)}` as DocId;
      store.write([writing(id, docIn(store, id), `turn ${turn} by ${store.state.meta.profile}`)], turn);
    }
    await Promise.all(stores.map(sync));
  }
  // Rounds that met in the middle of each other's tidying may need another one.
  for (let pass = 0; pass < 4; pass += 1) for (const store of stores) await sync(store);
  return stores.map((store) =>
    [...store.state.docs]
      .map(([id, doc]) => [id, bodyOf(doc)?.text] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
