import { afterEach, describe, expect, test } from 'vitest';
import { change } from '@/utils/db/database';
import { addAlias, changePackEntity, OVERLAY_TABLES } from '@/utils/db/overlays';
import type { EntityId, PackId } from '@/utils/model/ids';
import { problemLine } from '@/utils/packs/problem';
import { saveNote } from '@/utils/services/edit-notes';
import {
  activatePack,
  deactivatePack,
  dismissWaiting,
  installWaiting,
  removePack,
} from '@/utils/services/install-packs';
import { preparePack, type PackJob, type PreparedPack } from '@/utils/services/prepare-pack';
import { packText, quietJob, withEntity, withoutEntity, type SampleRows } from './pack-samples';
import { testLibrary, type TestLibrary } from './test-library';

const HARBOUR = 'harbour' as PackId;
const PETREL = 'harbour/petrel' as EntityId;
const QUAY = 'harbour/quay' as EntityId;
const BOARD = 'harbour/board' as EntityId;

const used: TestLibrary[] = [];

function fresh(): TestLibrary {
  const library = testLibrary();
  used.push(library);
  return library;
}

afterEach(async () => {
  for (const library of used.splice(0)) await library.database.delete();
});

function prepareText(library: TestLibrary, text: string, job = quietJob()): Promise<PreparedPack> {
  return preparePack(
    library,
    { chunks: [text], length: text.length },
    { source: { type: 'file' }, packId: null, reserved: [] },
    job,
  );
}

const prepare = (library: TestLibrary, rows: SampleRows = {}) => prepareText(library, packText(rows));

async function install(library: TestLibrary, rows: SampleRows = {}): Promise<void> {
  expect(await prepare(library, rows)).toMatchObject({ status: 'ready' });
  await installWaiting(library, HARBOUR, quietJob());
}

/** Everything that an update may touch. */
async function contents(library: TestLibrary): Promise<unknown> {
  const { entities, facts, overlays, packs, packStates, packEntities, notes } = library.database;
  return {
    entities: await entities.toArray(),
    facts: await facts.toArray(),
    overlays: await overlays.toArray(),
    packs: await packs.toArray(),
    releases: (await packStates.toArray()).map(({ release, isActive }) => ({ release, isActive })),
    packEntities: await packEntities.toArray(),
    notes: await notes.toArray(),
  };
}

describe('a pack from a file', () => {
  test('is looked at first, and nothing is there before it is installed', async () => {
    const library = fresh();
    const tests = [
      { text: 'MV Petrel docked.', lights: [{ text: 'MV Petrel', entity: 'petrel' }] },
      { text: 'The board met.', lights: [] },
    ];
    const prepared = await prepare(library, { tests });
    expect(prepared).toMatchObject({
      status: 'ready',
      packId: HARBOUR,
      waiting: {
        entityCount: 3,
        nameCount: 5,
        factCount: 1,
        testCount: 2,
        failureCount: 0,
        held: [],
        changes: null,
      },
    });
    expect(await library.database.entities.count()).toBe(0);
    expect(await library.database.packs.count()).toBe(0);

    const job = quietJob();
    await installWaiting(library, HARBOUR, job);
    expect(await library.database.entities.get(PETREL)).toMatchObject({ name: 'MV Petrel', pack: HARBOUR });
    expect(await library.database.facts.where('entityId').equals(PETREL).count()).toBe(1);
    expect(await library.database.packs.get(HARBOUR)).toEqual({
      id: HARBOUR,
      name: 'Harbour desk',
      source: { type: 'file' },
      isOn: true,
    });
    expect(job.steps).toEqual(['reading', 'installing']);
    expect(library.changes.at(-1)).toEqual({ names: true });
  });

  test('an alias that its own sentence catches stays dark, with the sentence', async () => {
    const library = fresh();
    await install(library, {
      entities: withEntity('quay', { aliases: ['Osprey'] }),
      tests: [{ text: 'An Osprey flew over.', lights: [] }],
    });
    const state = await library.database.packStates.get(HARBOUR);
    expect(state?.release).toMatchObject({
      failureCount: 1,
      held: [{ entity: 'quay', alias: 'Osprey', reason: 'lit-wrongly', sentence: 'An Osprey flew over.' }],
    });
    expect((await library.database.entities.get(QUAY))?.aliases).toContainEqual({
      text: 'Osprey',
      case: 'auto',
      strength: 'off',
    });
    // The reader looked at it and wants it lit all the same.
    await change(library.database, OVERLAY_TABLES, () =>
      addAlias(library.database, QUAY, { text: 'Osprey', case: 'auto', strength: 'strong' }),
    );
    await install(library, {
      version: 2,
      entities: withEntity('quay', { aliases: ['Osprey'], summary: 'New.' }),
    });
    const quay = await library.database.entities.get(QUAY);
    expect(quay).toMatchObject({ summary: 'New.' });
    expect(quay?.aliases).toContainEqual({ text: 'Osprey', case: 'auto', strength: 'strong' });
  });

  test.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'web page'],
    ['a file cut off', packText().slice(0, -20), 'cut off'],
    ['an empty file', '', 'empty'],
    [
      'a dangerous link',
      packText({ entities: withEntity('quay', { links: [{ title: 'x', url: 'javascript:alert(1)' }] }) }),
      'web address',
    ],
    ['a dangerous key', packText().replace('"summary":"A quay."', '"__proto__":{"x":1}'), '__proto__'],
    [
      'a line of a million characters',
      packText({ entities: withEntity('quay', { summary: 'x'.repeat(1_000_000) }) }),
      'longer than',
    ],
    ['a hidden character', packText({ entities: withEntity('quay', { name: 'Os​prey' }) }), 'cannot be seen'],
  ])('%s is refused with its row, and nothing is changed', async (_what, text, words) => {
    const library = fresh();
    await install(library);
    const before = await contents(library);
    const prepared = await prepareText(library, text);
    if (prepared.status !== 'problems') throw new Error(prepared.status);
    const [first] = prepared.problems;
    if (first === undefined) throw new Error('no problem');
    expect(problemLine(first)).toContain(words);
    expect(problemLine(first)).toMatch(/^row \d+/);
    expect(await contents(library)).toEqual(before);
  });

  test('an older release, the same, and another pack under the same id are told apart', async () => {
    const library = fresh();
    await install(library, { version: 2 });
    expect(await prepare(library, { version: 1 })).toMatchObject({ status: 'older', installed: 2 });
    expect(await prepare(library, { version: 2 })).toMatchObject({ status: 'same', version: 2 });
    const elsewhere = await preparePack(
      library,
      { chunks: [packText({ version: 3 })], length: 0 },
      { source: { type: 'url', url: 'https://other.example/p' }, packId: null, reserved: [] },
      quietJob(),
    );
    expect(elsewhere).toMatchObject({ status: 'taken', by: { type: 'file' } });
    const reserved = await preparePack(
      library,
      { chunks: [packText({ id: 'starter-news' })], length: 0 },
      { source: { type: 'file' }, packId: null, reserved: ['starter-news' as PackId] },
      quietJob(),
    );
    expect(reserved).toMatchObject({ status: 'taken', by: { type: 'bundled' } });
  });
});

describe('an update', () => {
  test('says what it changes, keeps keys and fact ids, and takes what is gone', async () => {
    const library = fresh();
    await install(library);
    const before = await library.database.entities.get(PETREL);
    const [fact] = await library.database.facts.toArray();
    const entities = [
      ...withEntity('petrel', { aliases: ['Grey Petrel', 'Petrel II'] }).filter(
        (one) => 'id' in one && one.id !== 'board',
      ),
      { id: 'mole', kind: 'place', name: 'North Mole' },
    ];
    expect(await prepare(library, { version: 2, entities })).toMatchObject({
      waiting: {
        changes: { entitiesAdded: 1, entitiesRemoved: 1, entitiesChanged: 1, namesAdded: 2, isLarge: true },
      },
    });
    await installWaiting(library, HARBOUR, quietJob());
    expect((await library.database.entities.get(PETREL))?.key).toBe(before?.key);
    expect((await library.database.facts.toArray()).map(({ id }) => id)).toEqual([fact?.id]);
    expect(await library.database.entities.get(BOARD)).toBeUndefined();
    expect(await library.database.entities.count()).toBe(3);
    expect(
      new Set((await library.database.packParts.toArray()).map(({ generation }) => generation)).size,
    ).toBe(1);
  });

  test('that is dismissed leaves everything', async () => {
    const library = fresh();
    await install(library);
    const before = await contents(library);
    await prepare(library, { version: 2, entities: withoutEntity('quay') });
    await dismissWaiting(library, HARBOUR);
    expect(await contents(library)).toEqual(before);
    expect((await library.database.packStates.get(HARBOUR))?.waiting).toBeNull();
  });

  test('that is called off in the middle leaves the old release', async () => {
    const library = fresh();
    await install(library);
    const before = await contents(library);
    await prepare(library, { version: 2, entities: withoutEntity('quay') });
    let looks = 0;
    const job = quietJob({ isCancelled: () => (looks += 1) > 1 });
    await expect(installWaiting(library, HARBOUR, job)).rejects.toThrow('the database refused');
    expect(await contents(library)).toEqual(before);
  });

  test('that fails at any write leaves the old release, and succeeds when tried again', async () => {
    const library = fresh();
    await install(library, { entities: withEntity('quay', { aliases: ['Osprey'] }) });
    await saveNote(library, { entityId: BOARD, noteId: null, body: 'Mine.' });
    await change(library.database, OVERLAY_TABLES, () =>
      changePackEntity(library.database, PETREL, { summary: 'My ferry.' }),
    );
    const before = await contents(library);
    const next = {
      version: 2,
      entities: [
        ...withEntity('petrel', { summary: 'Their ferry.' }).slice(0, 1),
        { id: 'mole', kind: 'place', name: 'North Mole' },
      ],
    };
    let failAt = 0;
    let writes = 0;
    library.database.use({
      stack: 'dbcore',
      name: 'faults',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) => {
              writes += 1;
              if (writes === failAt) throw new Error('power cut');
              return table.mutate(request);
            },
          };
        },
      }),
    });
    // The middleware counts from the next opening on.
    library.database.close();
    await library.database.open();

    const attempt = async () => {
      writes = 0;
      expect((await prepare(library, next)).status).toBe('ready');
      await installWaiting(library, HARBOUR, quietJob());
    };
    const left: unknown[] = [];
    let isSwapped = false;
    for (failAt = 1; !isSwapped; failAt += 1) {
      await attempt().catch(() => {});
      // After the swap only old lines are cleared away: that may fail too, and the new release is there.
      isSwapped = (await library.database.packStates.get(HARBOUR))?.release?.version === 2;
      if (!isSwapped) left.push(await contents(library));
    }
    failAt = 0;
    expect(left.length).toBeGreaterThan(10);
    for (const one of left) expect(one).toEqual(before);
    expect(await library.database.entities.get(PETREL)).toMatchObject({ summary: 'My ferry.' });
    expect(await library.database.entities.get(BOARD), 'carries a note').toBeDefined();
    expect(await library.database.entities.get(QUAY)).toBeUndefined();
  });
});

function crowd(count: number, summary: string): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `berth-${index}`,
    kind: 'place',
    name: `Osprey Berth ${index}`,
    summary,
  }));
}

test('a pack of many batches comes in as one, is updated as one, and is called off as one', async () => {
  const library = fresh();
  await install(library, { entities: crowd(1_700, 'One.') });
  expect(await library.database.entities.count()).toBe(1_700);
  expect(await library.database.packStates.get(HARBOUR)).toMatchObject({ isActive: true, waiting: null });
  const before = await contents(library);
  await prepare(library, { version: 2, entities: crowd(1_600, 'Two.') });
  let batches = 0;
  const job = quietJob();
  const counted: PackJob = {
    pace: job.pace,
    report: (step) => {
      if (step === 'installing') batches += 1;
      if (batches === 4) throw new Error('called off');
    },
  };
  await expect(installWaiting(library, HARBOUR, counted)).rejects.toThrow('the database refused');
  expect(await contents(library)).toEqual(before);
  await installWaiting(library, HARBOUR, quietJob());
  expect(await library.database.entities.count()).toBe(1_600);
  expect((await library.database.entities.toArray()).every(({ summary }) => summary === 'Two.')).toBe(true);
});

describe('off, on and removed', () => {
  test('off takes the names away but for those with notes; on brings all back', async () => {
    const library = fresh();
    await install(library);
    await saveNote(library, { entityId: BOARD, noteId: null, body: 'Mine.' });
    const before = (await library.database.entities.toArray()).map(({ id }) => id);
    await deactivatePack(library, HARBOUR, quietJob());
    expect((await library.database.entities.toArray()).map(({ id }) => id)).toEqual([BOARD]);
    expect(await library.database.facts.count()).toBe(0);
    expect(await library.database.packs.get(HARBOUR)).toMatchObject({ isOn: false });
    expect(await activatePack(library, HARBOUR, quietJob())).toBe(true);
    expect((await library.database.entities.toArray()).map(({ id }) => id)).toEqual(before);
    expect(await library.database.facts.count()).toBe(1);
  });

  test('a removed pack leaves entities with notes or facts of the reader’s own, and overlays for its return', async () => {
    const library = fresh();
    await install(library);
    await saveNote(library, { entityId: BOARD, noteId: null, body: 'Mine.' });
    await change(library.database, OVERLAY_TABLES, () =>
      changePackEntity(library.database, QUAY, { name: 'Old Quay' }),
    );
    await removePack(library, HARBOUR, quietJob());
    expect((await library.database.entities.toArray()).map(({ id }) => id)).toEqual([BOARD]);
    expect(await library.database.packParts.count()).toBe(0);
    expect(await library.database.packStates.count()).toBe(0);
    expect(await library.database.packs.count()).toBe(0);
    expect(await library.database.notes.count()).toBe(1);
    await install(library);
    expect(await library.database.entities.get(QUAY)).toMatchObject({ name: 'Old Quay' });
  });
});
