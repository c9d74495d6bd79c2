import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillRandom } from '@/utils/crypto/bytes';
import { notesOf } from '@/utils/db/notes';
import type { EntityId } from '@/utils/model/ids';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/model/settings';
import { createEntity } from '@/utils/services/edit-entities';
import { saveNote } from '@/utils/services/edit-notes';
import { connect, disconnect } from '@/utils/services/sync/connect';
import { pairingCode, rotateKey } from '@/utils/services/sync/keys';
import { SyncRunner } from '@/utils/services/sync/runner';
import { exportSyncFile, importSyncFile } from '@/utils/services/sync/sync-file';
import { viewSync } from '@/utils/services/sync/view';
import type { SyncWorld } from '@/utils/services/sync/world';
import { type Profile, sharedRows, testProfile } from './profile';

interface Person {
  readonly profile: Profile;
  readonly world: SyncWorld;
  readonly runner: SyncRunner;
  settings: Settings;
}

const refuse = (): Promise<never> => Promise.reject(new TypeError('no account here'));
const NO_ACCOUNT: SyncWorld['account'] = { get: refuse, set: refuse, remove: refuse };

const PLACE = { type: 'folder' } as const;

function person(folder: FileSystemDirectoryHandle): Person {
  const profile = testProfile();
  const world: SyncWorld = {
    library: profile,
    session: () => Promise.resolve(profile.session),
    fill: fillRandom,
    fetch: () => Promise.reject(new TypeError('no network here')),
    folder: () => Promise.resolve(folder),
    hasOrigins: () => Promise.resolve(false),
    account: NO_ACCOUNT,
    readSettings: () => Promise.resolve(someone.settings),
    writeSettings: (changes) => {
      someone.settings = { ...someone.settings, ...changes };
      return Promise.resolve();
    },
    onRows: () => {},
    lock: (waits, body) =>
      navigator.locks.request(profile.database.name, { ifAvailable: !waits }, async (lock) =>
        lock === null ? null : body(),
      ),
    stayAwake: () => () => {},
  };
  const someone: Person = { profile, world, runner: new SyncRunner(world), settings: DEFAULT_SETTINGS };
  return someone;
}

describe('a profile in the product', () => {
  let folder: FileSystemDirectoryHandle | null = null;
  let people: Person[] = [];

  beforeEach(async () => {
    const root = await navigator.storage.getDirectory();
    folder = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  });
  afterEach(async () => {
    for (const { profile } of people.splice(0)) await profile.database.delete();
    people = [];
  });

  const join = (): Person => {
    if (folder === null) throw new Error('no folder');
    const someone = person(folder);
    people.push(someone);
    return someone;
  };
  const pair = async (from: Person): Promise<Person> => {
    const other = join();
    const code = await pairingCode(from.world, true);
    expect(await connect(other.world, other.runner, PLACE, { type: 'pairing', code })).toEqual({ ok: true });
    return other;
  };
  const begin = async (): Promise<[Person, EntityId]> => {
    const ann = join();
    const entity = { name: 'Operation Tideway', kind: 'operation', aliases: [], summary: '' } as const;
    const id = await createEntity(ann.profile, entity);
    await saveNote(ann.profile, { entityId: id, noteId: null, body: 'from before' });
    expect(await connect(ann.world, ann.runner, PLACE, { type: 'new' })).toEqual({ ok: true });
    return [ann, id];
  };

  test('connects with its library and its settings, pairs, and says who has read what', async () => {
    const [ann, id] = await begin();
    ann.settings = { ...ann.settings, mode: 'everything', sites: { 'example.org': 'off' } };
    expect(await ann.runner.run({ byReader: true })).toEqual({ ok: true });
    const ben = await pair(ann);
    expect(await sharedRows(ben.profile)).toEqual(await sharedRows(ann.profile));
    expect(ben.settings).toEqual(ann.settings);
    await saveNote(ben.profile, { entityId: id, noteId: null, body: 'from Ben' });
    ben.settings = { ...ben.settings, sites: {} };
    for (const { runner } of [ben, ann, ben])
      expect(await runner.run({ byReader: true })).toEqual({ ok: true });
    expect(await notesOf(ann.profile.database, id)).toHaveLength(2);
    expect(ann.settings.sites).toEqual({});
    expect(ann.settings.mode).toBe('everything');
    const view = await viewSync(ben.world, ben.runner);
    expect(view).toMatchObject({ state: 'idle', pending: 0, problem: null, conflictCount: 0 });
    expect(view.profiles.map(({ isSelf }) => isSelf)).toEqual([true, false]);
  });

  test('another vault, an empty folder and a wrong code change nothing', async () => {
    const [ann] = await begin();
    const code = await pairingCode(ann.world, false);
    const carl = join();
    const attempt = (key: Parameters<typeof connect>[3]) => connect(carl.world, carl.runner, PLACE, key);
    expect(await attempt({ type: 'new' })).toMatchObject({ ok: false, code: 'wrong-vault' });
    expect(await attempt({ type: 'pairing', code: 'BGP1-ABC' })).toMatchObject({ code: 'mistyped' });
    expect(await attempt({ type: 'passphrase', passphrase: 'x' })).toMatchObject({ code: 'no-header' });
    folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle(crypto.randomUUID(), { create: true });
    const dora = join();
    const lost = await connect(dora.world, dora.runner, PLACE, { type: 'pairing', code });
    expect(lost).toMatchObject({ ok: false, code: 'not-found' });
    for (const { profile } of [carl, dora]) expect(await profile.database.sync.count()).toBe(0);
  });

  test('disconnected it goes on recording, and comes back to its vault; forgotten it keeps the library', async () => {
    const [ann, id] = await begin();
    await disconnect(ann.world, ann.runner, false);
    expect(await viewSync(ann.world, ann.runner)).toMatchObject({ state: 'off' });
    await saveNote(ann.profile, { entityId: id, noteId: null, body: 'meanwhile' });
    expect(await connect(ann.world, ann.runner, PLACE, { type: 'new' })).toEqual({ ok: true });
    const ben = await pair(ann);
    expect(await notesOf(ben.profile.database, id)).toHaveLength(2);
    await disconnect(ben.world, ben.runner, true);
    expect(await ben.profile.database.sync.count()).toBe(0);
    expect(await notesOf(ben.profile.database, id)).toHaveLength(2);
  });

  test('a new key shuts out who has the old one', async () => {
    const [ann, id] = await begin();
    const ben = await pair(ann);
    expect(await rotateKey(ann.world, ann.runner)).toEqual({ ok: true });
    await saveNote(ann.profile, { entityId: id, noteId: null, body: 'secret to Ben' });
    await ann.runner.run({ byReader: true });
    await ben.runner.run({ byReader: true });
    expect(await notesOf(ben.profile.database, id)).toHaveLength(1);
    const cleo = await pair(ann);
    expect(await notesOf(cleo.profile.database, id)).toHaveLength(2);
  });

  test('a sealed file brings everything to a paired profile, and nobody else can read it', async () => {
    const [ann, id] = await begin();
    const ben = await pair(ann);
    await saveNote(ann.profile, { entityId: id, noteId: null, body: 'by hand' });
    const { base64, name } = await exportSyncFile(ann.world);
    expect(name).toMatch(/^backgrounder-\d{4}-\d{2}-\d{2}\.bgnb$/);
    expect(await importSyncFile(ben.world, base64)).toEqual({ ok: true });
    expect(await notesOf(ben.profile.database, id)).toHaveLength(2);
    expect(await importSyncFile(ben.world, btoa('nonsense'))).toMatchObject({ code: 'not-a-backup' });
  });
});
