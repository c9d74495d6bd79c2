import { describe, expect, test } from 'vitest';
import { adding, deleting, setting, writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import { elementsOf, fieldOf, isVisible } from '../../utils/crdt/doc';
import type { DocId, OpDraft } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';
import { type Bytes, fillRandom, utf8 } from '../../utils/crypto/bytes';
import { newRootKey, type VaultId, type VaultKey, vaultKeyOf } from '../../utils/crypto/vault-key';
import { EncryptedRemote } from '../../utils/sync/encrypted-remote';
import { type RoundOptions, syncRound } from '../../utils/sync/engine';
import type { SyncCode } from '../../utils/sync/errors';
import { ADVICE, SyncError, syncErrorOf } from '../../utils/sync/errors';
import { readersOf } from '../../utils/sync/readers';
import type { Remote } from '../../utils/sync/remote';
import { MemoryRemote } from '../../utils/sync/remotes/memory';
import { LIMITS, type RoundReport } from '../../utils/sync/round';
import type { Patch, ProfileId } from '../../utils/sync/store';
import { Random } from '../crdt/random';
import { docIn, MemoryStore } from './memory-store';

const VAULT = 'abcdefghjkmnpqr' as VaultId;
const NOTE = 'note:one' as DocId;
const NEVER = new AbortController().signal;
const key = await vaultKeyOf(VAULT, newRootKey(fillRandom));

/** A folder that counts requests and bytes, and can be told to answer something else. */
class Folder {
  readonly inner = new MemoryRemote();
  readonly #signal = new AbortController().signal;
  requests: string[] = [];
  sentBytes = 0;
  answer: (request: string, name: string) => void = () => {};

  readonly remote: Remote = {
    list: () => this.#ask('list', '', () => this.inner.list(this.#signal)),
    get: (name) => this.#ask('get', name, () => this.inner.get(name, this.#signal)),
    put: (name, bytes) => {
      this.sentBytes += bytes.length;
      return this.#ask('put', name, () => this.inner.put(name, bytes, this.#signal));
    },
    del: (name) => this.#ask('del', name, () => this.inner.del(name, this.#signal)),
  };

  async names(): Promise<string[]> {
    return (await this.inner.list(this.#signal)).map(({ name }) => name);
  }

  async empty(): Promise<void> {
    for (const name of await this.names()) await this.inner.del(name, this.#signal);
  }

  async replace(name: string, change: (bytes: Bytes) => Bytes): Promise<void> {
    await this.inner.put(
      name,
      change((await this.inner.get(name, this.#signal)) ?? new Uint8Array()),
      this.#signal,
    );
  }

  #ask<Answer>(request: string, name: string, serve: () => Promise<Answer>): Promise<Answer> {
    this.requests.push(request);
    this.answer(request, name);
    return serve();
  }
}

class Person {
  readonly store: MemoryStore;
  readonly #folder: Folder;
  readonly #key: VaultKey;
  nowMs = 1_700_000_000_000;

  constructor(letter: string, folder: Folder, vaultKey = key) {
    this.store = new MemoryStore(`profile-${letter}` as ProfileId, letter.repeat(12) as EpochId);
    this.#folder = folder;
    this.#key = vaultKey;
  }

  write(text: string, id = NOTE): void {
    this.draft(writing(id, docIn(this.store, id), text));
  }

  draft(...drafts: readonly OpDraft[]): void {
    this.store.write(drafts, this.nowMs);
  }

  text(id = NOTE): string | null {
    return bodyOf(docIn(this.store, id))?.text ?? null;
  }

  async sync(options: Partial<RoundOptions> = {}): Promise<RoundReport> {
    this.#folder.requests = [];
    this.#folder.sentBytes = 0;
    return syncRound({
      remote: new EncryptedRemote(this.#folder.remote, this.#key, fillRandom),
      store: this.store,
      nowMs: () => this.nowMs,
      signal: new AbortController().signal,
      ...options,
    });
  }
}

function people(letters: string): { folder: Folder; all: Person[]; ann: Person; ben: Person } {
  const folder = new Folder();
  const all = letters.split('').map((letter) => new Person(letter, folder));
  const [ann, ben] = all;
  if (ann === undefined || ben === undefined) throw new Error('two people at least');
  return { folder, all, ann, ben };
}

/** The code that a round ends with. */
async function codeOf(round: Promise<unknown>): Promise<SyncCode | null> {
  return round.then(
    () => null,
    (cause: unknown) => syncErrorOf(cause).code,
  );
}

describe('a round', () => {
  test('brings notes, fields and tags across', async () => {
    const { ann, ben } = people('ab');
    ann.write('Operation Shader began in 2014.');
    ann.draft(setting(NOTE, 'kind', 'operation'), adding(NOTE, 'tags', 'iraq'));
    await ann.sync();
    await ben.sync();
    const doc = docIn(ben.store, NOTE);
    expect([ben.text(), fieldOf(doc, 'kind'), elementsOf(doc, 'tags')]).toEqual([
      'Operation Shader began in 2014.',
      'operation',
      ['iraq'],
    ]);
  });

  test('costs one request when nothing is new, three and under a kilobyte for an edit, two to read it', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('first');
    await ann.sync();
    await ben.sync();
    await ann.sync();
    await ann.sync();
    expect(folder.requests).toEqual(['list']);
    ann.write('second sentence of ordinary length, as somebody would type it into the popup');
    await ann.sync();
    expect(folder.requests).toEqual(['list', 'put', 'get']);
    expect(folder.sentBytes).toBeLessThanOrEqual(1024);
    await ben.sync();
    expect(folder.requests).toEqual(['list', 'get']);
  });

  test('merges edits of one text made apart', async () => {
    const { ann, ben } = people('ab');
    ann.write('Four Typhoons left Cyprus.');
    await ann.sync();
    await ben.sync();
    ann.write('Six Typhoons left Cyprus.');
    ben.write('Four Typhoons left Cyprus on Monday.');
    for (const person of [ann, ben, ann]) await person.sync();
    expect([ann.text(), ben.text()]).toEqual(
      Array.from({ length: 2 }, () => 'Six Typhoons left Cyprus on Monday.'),
    );
  });

  test('says who has read what', async () => {
    const { ann, ben } = people('ab');
    ann.write('hello');
    await ann.sync();
    const { vector } = ann.store.state.meta;
    expect(readersOf(ann.store.state.meta, vector)).toHaveLength(1);
    await ben.sync();
    await ann.sync();
    expect(readersOf(ann.store.state.meta, vector)).toHaveLength(2);
  });

  test('stops when it is told to, and when its time is up, and goes on later', async () => {
    const { ann, ben } = people('ab');
    for (let index = 0; index < 10; index += 1) ann.write(`text ${index}`, `note:${index}` as DocId);
    const limits = { ...LIMITS, opsMax: 2 };
    let ticks = 0;
    const nowMs = (): number => (ticks += 1);
    const reports = [await ann.sync({ limits, nowMs, budgetMs: 6 })];
    while (reports.at(-1)?.isFinished === false) reports.push(await ann.sync({ limits, nowMs, budgetMs: 6 }));
    expect(reports.length).toBeGreaterThan(1);
    const stopped = AbortSignal.abort();
    expect(await codeOf(ben.sync({ signal: stopped }))).toBe('stopped');
    await ben.sync();
    expect(ben.text('note:9' as DocId)).toBe('text 9');
  });

  test('publishes an edit that came in while it ran with the next round', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('one');
    let isFirst = true;
    folder.answer = (request) => {
      if (request === 'put' && isFirst) {
        isFirst = false;
        ann.write('one and two');
      }
    };
    await ann.sync();
    await ann.sync();
    await ben.sync();
    expect(ben.text()).toBe('one and two');
  });
});

describe('absence', () => {
  test('an emptied folder is whole again after one round of each, and nobody loses anything', async () => {
    const { folder, ann, ben, all } = people('abc');
    ann.write('kept');
    ben.write('also kept', 'note:two' as DocId);
    for (const person of [...all, ...all]) await person.sync();
    await folder.empty();
    expect((await ben.sync()).isRepairing).toBe(true);
    await ann.sync();
    expect([ann.text(), ben.text()]).toEqual(['kept', 'kept']);
    const fresh = new Person('f', folder);
    await fresh.sync();
    expect([fresh.text(), fresh.text('note:two' as DocId)]).toEqual(['kept', 'also kept']);
  });

  test('a wrong address makes a second copy and deletes nothing', async () => {
    const { ann } = people('ab');
    ann.write('kept');
    await ann.sync();
    const elsewhere = new Folder();
    const remote = new EncryptedRemote(elsewhere.remote, key, fillRandom);
    await ann.sync({ remote });
    expect(ann.text()).toBe('kept');
    const fresh = new Person('f', elsewhere);
    await fresh.sync();
    expect(fresh.text()).toBe('kept');
  });

  test('an old folder put back is brought up to date', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('old');
    await ann.sync();
    await ben.sync();
    const old = new Map<string, Bytes>();
    for (const name of await folder.names())
      old.set(name, (await folder.inner.get(name, NEVER)) ?? new Uint8Array());
    ann.write('new');
    await ann.sync();
    await ben.sync();
    await folder.empty();
    for (const [name, bytes] of old) await folder.inner.put(name, bytes, NEVER);
    await ben.sync();
    expect(ben.text()).toBe('new');
    const fresh = new Person('f', folder);
    await fresh.sync();
    expect(fresh.text()).toBe('new');
  });

  test('what others have read and nobody can find is reported', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('one');
    await ann.sync();
    await ben.sync();
    await folder.inner.del((await folder.names())[0] ?? '', NEVER);
    const fresh = new Person('f', folder);
    const report = await fresh.sync();
    expect(report.missing).toEqual({ aaaaaaaaaaaa: 1 });
  });
});

describe('bad files', () => {
  test.each<[string, (bytes: Bytes) => Bytes]>([
    ['torn', (bytes) => bytes.slice(0, 100)],
    ['empty', () => new Uint8Array()],
    ['a login page', () => utf8('<!doctype html><title>Sign in</title>')],
    ['one bit off', (bytes) => bytes.map((byte, index) => (index === 60 ? byte ^ 1 : byte))],
  ])('%s: read over, reported, and replaced by whoever holds the content', async (_, change) => {
    const { folder, ann, ben } = people('ab');
    ann.write('one');
    await ann.sync();
    const [name = ''] = await folder.names();
    const before = (await folder.inner.get(name, NEVER))?.length;
    await folder.replace(name, change);
    expect((await ben.sync()).unreadable).toEqual([name]);
    expect(ben.text()).toBeNull();
    await ann.sync();
    await ben.sync();
    // A change that keeps the size is not in the listing; only who reads the file can see it.
    const isVisibleInListing = (await folder.inner.get(name, NEVER))?.length !== before;
    expect(ben.text()).toBe(isVisibleInListing ? 'one' : null);
  });

  test('one served in place of another does not open', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('one');
    await ann.sync();
    ann.write('two');
    await ann.sync();
    const [first = '', second = ''] = (await folder.names()).toSorted();
    const bytes = await folder.inner.get(first, NEVER);
    if (bytes !== null) await folder.inner.put(second, bytes, NEVER);
    expect((await ben.sync()).unreadable).toEqual([second]);
    expect(ben.text()).toBe('one');
  });

  test('foreign files are left alone', async () => {
    const { folder, ann } = people('ab');
    for (const name of ['.DS_Store', 'readme.txt', 'photo.jpg'])
      await folder.inner.put(name, utf8('x'), NEVER);
    ann.write('one');
    await ann.sync();
    expect(await folder.names()).toEqual(expect.arrayContaining(['.DS_Store', 'readme.txt', 'photo.jpg']));
  });

  test('a folder of another vault is refused by a profile that holds nothing yet', async () => {
    const { folder, ann } = people('ab');
    for (let index = 0; index < 3; index += 1) {
      ann.write(`text ${index}`);
      await ann.sync();
    }
    const stranger = new Person('s', folder, await vaultKeyOf(VAULT, newRootKey(fillRandom)));
    // The first segment of an epoch is all that can be tried without the key; two more make it certain.
    for (const letter of ['b', 'c']) {
      const other = new Person(letter, folder);
      other.write('more', `note:${letter}` as DocId);
      await other.sync();
    }
    expect(await codeOf(stranger.sync())).toBe('wrong-vault');
    expect(stranger.store.state.docs.size).toBe(0);
  });

  test('a file of a newer version stops writing, not reading', async () => {
    const { folder, ann, ben } = people('ab');
    ann.write('one');
    await ann.sync();
    ann.write('two', 'note:two' as DocId);
    await ann.sync();
    const [, second = ''] = (await folder.names()).toSorted();
    await folder.replace(second, (bytes) => bytes.map((byte, index) => (index === 4 ? 9 : byte)));
    ben.write('mine', 'note:ben' as DocId);
    const count = (await folder.names()).length;
    expect((await ben.sync()).isOutdated).toBe(true);
    expect(ben.text()).toBe('one');
    expect(await folder.names()).toHaveLength(count);
  });
});

describe('many deletions', () => {
  test('stop before anything is deleted, until the reader agrees', async () => {
    const { ann, ben } = people('ab');
    const ids = Array.from({ length: 150 }, (_, index) => `note:${index}` as DocId);
    for (const id of ids) ann.write('text', id);
    await ann.sync();
    await ben.sync();
    ann.draft(...ids.map((id) => deleting(id, docIn(ann.store, id))));
    await ann.sync();
    expect(await codeOf(ben.sync())).toBe('many-deletions');
    expect(await ben.store.visibleCount()).toBe(150);
    await ben.sync({ allowsDeletions: true });
    expect(await ben.store.visibleCount()).toBe(0);
  });

  test('a few go through', async () => {
    const { ann, ben } = people('ab');
    const ids = Array.from({ length: 20 }, (_, index) => `note:${index}` as DocId);
    for (const id of ids) ann.write('text', id);
    await ann.sync();
    await ben.sync();
    ann.draft(...ids.slice(0, 5).map((id) => deleting(id, docIn(ann.store, id))));
    await ann.sync();
    await ben.sync();
    expect(ids.filter((id) => isVisible(docIn(ben.store, id)))).toHaveLength(15);
  });
});

describe('compaction', () => {
  test('leaves one snapshot, which a new profile can start from', async () => {
    const { folder, ann, ben } = people('ab');
    const limits = { ...LIMITS, logsMax: 5, partDocsMax: 3 };
    for (let index = 0; index < 12; index += 1) {
      ann.write(`text ${index}`, `note:${index % 7}` as DocId);
      await ann.sync({ limits });
      await ben.sync({ limits });
    }
    for (const person of [ann, ben, ann, ben]) await person.sync({ limits });
    const names = await folder.names();
    expect(names.filter((name) => name.endsWith('.snap'))).toHaveLength(1);
    expect(names.filter((name) => name.endsWith('.log')).length).toBeLessThan(8);
    const fresh = new Person('f', folder);
    await fresh.sync();
    for (let index = 0; index < 7; index += 1) {
      const id = `note:${index}` as DocId;
      expect(fresh.text(id)).toBe(ann.text(id));
    }
  });

  test('an edit that comes in while a snapshot is written is published before the snapshot tells of it', async () => {
    const { folder, ann } = people('ab');
    ann.write('before');
    await ann.sync();
    const { store } = ann;
    const editing = Object.assign(Object.create(store) as MemoryStore, {
      meta: () => store.meta(),
      apply: (patch: Patch) => store.apply(patch),
      append: (drafts: readonly OpDraft[], nowMs: number) => store.append(drafts, nowMs),
      pending: (limit: number) => store.pending(limit),
      docs: (wanted: readonly DocId[]) => store.docs(wanted),
      docsAfter: (after: DocId | null, limit: number) => {
        if (after === null) ann.write('while it was written');
        return store.docsAfter(after, limit);
      },
    });
    const pendingAtParts: number[] = [];
    folder.answer = (request, name) => {
      if (request === 'put' && name.endsWith('.part')) pendingAtParts.push(store.state.pending.length);
    };
    await ann.sync({ store: editing, limits: { ...LIMITS, logsMax: 0 } });
    expect(pendingAtParts).toEqual([0]);
    expect(ann.text()).toBe('while it was written');
  });

  test('50 versions of one note leave a handful once everybody has read them', async () => {
    const { ann, ben } = people('ab');
    const limits = { ...LIMITS, logsMax: 5, versionsMax: 4 };
    for (let index = 0; index < 50; index += 1) {
      ann.write(`text ${index}`);
      await ann.sync({ limits });
      ben.nowMs += 60_000;
      if (index % 5 === 0) ben.write('ok', 'note:ben' as DocId);
      await ben.sync({ limits });
    }
    await ann.sync({ limits });
    expect(docIn(ann.store, NOTE).versions.size).toBeLessThan(20);
    expect(ann.text()).toBe('text 49');
  });
});

describe('what storage sees', () => {
  test('no word, name, tag or id of any note; files that look like noise', async () => {
    const { folder, ann } = people('ab');
    const random = new Random(5);
    const words = Array.from({ length: 500 }, (_, index) => `secretword${index}x${random.below(1e6)}`);
    words.forEach((word, index) => {
      const id = `note:${word}` as DocId;
      ann.draft(setting(id, `field${word}`, word), adding(id, 'tags', word));
      if (index % 10 === 0) ann.write(words.slice(index, index + 40).join(' '), id);
    });
    await ann.sync({ limits: { ...LIMITS, logBytesMin: 1 } });
    const files = await folder.inner.list(NEVER);
    const everything = new Uint8Array(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    let at = 0;
    for (const { name } of files) {
      const bytes = (await folder.inner.get(name, NEVER)) ?? new Uint8Array();
      everything.set(bytes, at);
      at += bytes.length;
      expect(name).not.toContain('secretword');
    }
    const text = new TextDecoder('latin1').decode(everything);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    expect(text).not.toContain('secretword');
    expect(entropyOf(everything)).toBeGreaterThan(7.9);
  });
});

/** Shannon entropy in bits a byte. */
function entropyOf(bytes: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / bytes.length) * Math.log2(count / bytes.length),
    0,
  );
}

describe('errors', () => {
  test('of storage end the round as they are and change nothing', async () => {
    const { folder, ann } = people('ab');
    ann.write('one');
    for (const code of ['full', 'unauthorised', 'locked'] as const) {
      folder.answer = (request) => {
        if (request === 'put') throw new SyncError(code);
      };
      expect(await codeOf(ann.sync())).toBe(code);
    }
    folder.answer = () => {};
    await ann.sync();
    expect(await folder.names()).toHaveLength(1);
  });

  test('each has words that say what is safe', () => {
    for (const words of Object.values(ADVICE)) {
      expect(words).toMatch(/safe|Nothing|continues/);
      expect(words.length).toBeLessThan(160);
    }
  });

  test('of this side are told apart from those of storage', () => {
    expect(syncErrorOf(new DOMException('', 'QuotaExceededError')).code).toBe('disk-full');
    expect(syncErrorOf(new DOMException('', 'AbortError')).code).toBe('stopped');
    expect(syncErrorOf(new TypeError('a mistake')).code).toBe('broken');
    expect(syncErrorOf(new SyncError('full')).code).toBe('full');
  });
});
