import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TouchedRows } from '@/utils/db/touched-rows';
import type { Decision } from '@/utils/model/decision';
import type { ArticleId, EntityId, FactId, PackId } from '@/utils/model/ids';
import { BULK_MAX, WHOLE_LIBRARY, type LibraryList } from '@/utils/model/library-list';
import { listBin } from '@/utils/services/bin';
import { deleteEntities, editEntities, undoBulk } from '@/utils/services/bulk-edit';
import { Catalogue, CATALOGUED_TABLES } from '@/utils/services/catalogue';
import { createEntity } from '@/utils/services/edit-entities';
import { deleteNote, saveDraft, saveNote } from '@/utils/services/edit-notes';
import { commit } from '@/utils/services/library';
import { LibrarySearch, SEARCHED_TABLES } from '@/utils/services/library-search';
import { mergeEntities, splitAlias } from '@/utils/services/merge-entities';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

let library: TestLibrary;
let catalogue: Catalogue;
beforeEach(() => {
  library = testLibrary();
  const search = new LibrarySearch(library, new TouchedRows(library.database, SEARCHED_TABLES), () =>
    Promise.resolve(),
  );
  catalogue = new Catalogue(library, new TouchedRows(library.database, CATALOGUED_TABLES), search);
});
afterEach(() => library.database.delete());

const names = async (list: Partial<LibraryList> = {}): Promise<string[]> =>
  (await catalogue.rows({ ...WHOLE_LIBRARY, ...list }, 0, 200)).rows.map(({ name }) => name);

async function addPackEntity(name: string): Promise<EntityId> {
  const id = `news/${name.toLowerCase().replaceAll(' ', '-')}` as EntityId;
  await commit(library, ['entities', 'packs'], async () => {
    const pack = 'news' as PackId;
    await library.database.packs.put({
      id: pack,
      name: 'News',
      version: 1,
      entityCount: 1,
      installed: 1,
    } as never);
    await library.database.entities.put({
      id,
      pack,
      name,
      kind: 'operation',
      aliases: [{ text: `Op ${name}`, case: 'auto', strength: 'strong' }],
      summary: '',
      companions: [],
      context: [],
      links: [],
      key: 1_000_000 + (await library.database.entities.count()),
      words: [],
    });
  });
  return id;
}

/** Every row of what a change may touch, to compare before and after. */
/** All rows but the small numbers of entities, which one that comes back from the bin gets anew. */
async function everything(): Promise<unknown> {
  const { database } = library;
  const tables = ['overlays', 'notes', 'facts', 'drafts', 'sightings', 'decisions'] as const;
  const entities = (await database.entities.toArray()).map(({ key: _key, ...entity }) => entity);
  const others = await Promise.all(
    tables.map(async (table) => [table, await database.table(table).toArray()] as const),
  );
  return { entities, ...Object.fromEntries(others) };
}

async function two(): Promise<{ into: EntityId; other: EntityId }> {
  const into = await createEntity(library, {
    name: 'al-Qaeda',
    kind: 'group',
    aliases: [{ text: 'AQ', case: 'exact', strength: 'weak' }],
    summary: '',
  });
  const other = await createEntity(library, {
    name: 'al-Qaida',
    kind: 'group',
    aliases: [
      { text: 'AQ', case: 'fold', strength: 'strong' },
      { text: 'The Base', case: 'auto', strength: 'off' },
    ],
    summary: 'A group.',
  });
  for (const entityId of [into, other]) {
    await saveNote(library, { entityId, noteId: null, body: `note of ${entityId}` });
    await saveDraft(library, { entityId, noteId: null, body: `draft of ${entityId}` });
  }
  const decision: Decision = {
    entityId: other,
    surface: 'the base',
    verdict: 'not-this',
    scope: 'everywhere',
    where: '',
    made: 1,
  };
  await commit(library, ['facts', 'decisions', 'sightings', 'articles'], async () => {
    await library.database.facts.put({
      id: 'fact1' as FactId,
      entityId: other,
      slot: 'leader',
      value: 'somebody',
      from: null,
      to: null,
      source: { title: '', url: '' },
      pack: null,
    });
    await library.database.decisions.put(decision);
    for (const entityId of [into, other]) {
      await library.database.sightings.put({
        articleId: 'article1' as ArticleId,
        entityId,
        count: 2,
        sentence: `of ${entityId}`,
      });
    }
  });
  return { into, other };
}

describe('the table', () => {
  test('is sorted and filtered, and follows every change', async () => {
    const shader = await addEntity(library, 'Operation Shader');
    await addEntity(library, 'Élysée', 'place');
    await addEntity(library, 'anna', 'person');
    await addPackEntity('Kipion');
    expect(await names()).toEqual(['anna', 'Élysée', 'Kipion', 'Operation Shader']);
    expect(await names({ descending: true })).toEqual(['Operation Shader', 'Kipion', 'Élysée', 'anna']);
    expect(await names({ kind: 'place' })).toEqual(['Élysée']);
    expect(await names({ origin: 'pack' })).toEqual(['Kipion']);
    expect(await names({ note: 'with' })).toEqual([]);
    const { id } = await saveNote(library, { entityId: shader, noteId: null, body: 'Flown from Akrotiri' });
    expect(await names({ note: 'with' })).toEqual(['Operation Shader']);
    expect(await names({ sort: 'notes', descending: true })).toEqual([
      'Operation Shader',
      'anna',
      'Élysée',
      'Kipion',
    ]);
    expect(await names({ query: 'akrotiri' })).toEqual(['Operation Shader']);
    await deleteNote(library, id);
    expect(await names({ note: 'with' })).toEqual([]);
    expect(await names({ query: 'akrotiri' })).toEqual([]);
    const { rows } = await catalogue.rows({ ...WHOLE_LIBRARY, origin: 'pack' }, 0, 9);
    expect(rows).toMatchObject([{ also: 'Op Kipion', packName: 'News', isEdited: false }]);
  });

  test('is read in stretches', async () => {
    await commit(library, ['entities'], async () => {
      for (let index = 0; index < 450; index += 1) {
        await library.database.entities.put({
          id: `e${index}` as EntityId,
          key: index + 1,
          name: `Name ${String(index).padStart(4, '0')}`,
          kind: 'place',
          aliases: [],
          summary: '',
          companions: [],
          context: [],
          links: [],
          pack: null,
          words: [],
        });
      }
    });
    const part = await catalogue.rows(WHOLE_LIBRARY, 300, 1000);
    expect(part.total).toBe(450);
    expect(part.rows).toHaveLength(150);
    expect(part.rows[0]?.name).toBe('Name 0300');
    expect((await catalogue.rows(WHOLE_LIBRARY, 0, 1000)).rows).toHaveLength(200);
    expect(await catalogue.ids(WHOLE_LIBRARY)).toHaveLength(450);
  });
});

describe('a bulk edit', () => {
  test('changes kinds and strengths, a pack’s under corrections, and is taken back', async () => {
    const own = await addEntity(library, 'Operation Shader');
    const pack = await addPackEntity('Kipion');
    const before = await everything();
    const kinds = await editEntities(library, [own, pack], { kind: 'event' });
    expect(kinds).toMatchObject({ count: 2, skipped: 0 });
    expect((await library.database.entities.toArray()).map(({ kind }) => kind)).toEqual(['event', 'event']);
    const strengths = await editEntities(library, [own, pack], { strength: 'weak' });
    const rows = await library.database.entities.toArray();
    expect(rows.flatMap(({ aliases }) => aliases.map(({ strength }) => strength))).toEqual(
      expect.arrayContaining(['weak']),
    );
    expect(rows.every(({ aliases }) => aliases.every(({ strength }) => strength === 'weak'))).toBe(true);
    await undoBulk(library, strengths.undoId);
    await undoBulk(library, kinds.undoId);
    expect(await everything()).toEqual(before);
    await expect(undoBulk(library, kinds.undoId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('deletes into the bin, name by name, and comes back as one', async () => {
    const a = await addEntity(library, 'A');
    const b = await addEntity(library, 'B');
    const pack = await addPackEntity('Kipion');
    await saveNote(library, { entityId: a, noteId: null, body: 'note' });
    const before = await everything();
    const done = await deleteEntities(library, [a, b, pack]);
    expect(done).toMatchObject({ count: 2, skipped: 1 });
    expect(await names()).toEqual(['Kipion']);
    expect((await listBin(library)).map(({ title }) => title).toSorted()).toEqual(['A', 'B']);
    await undoBulk(library, done.undoId);
    expect(await everything()).toEqual(before);
    expect(await listBin(library)).toEqual([]);
  });

  test('of too many is refused whole', async () => {
    const ids = Array.from({ length: BULK_MAX + 1 }, (_none, index) => `x${index}` as EntityId);
    await expect(deleteEntities(library, ids)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('merging', () => {
  test('moves names, notes, facts, decisions, drafts and sightings, and is taken back', async () => {
    const { into, other } = await two();
    const before = await everything();
    const { undoId } = await mergeEntities(library, into, [other]);
    const { database } = library;
    expect(await database.entities.get(other)).toBeUndefined();
    expect(await database.entities.get(into)).toMatchObject({
      name: 'al-Qaeda',
      summary: 'A group.',
      aliases: [
        { text: 'AQ', case: 'exact', strength: 'weak' },
        { text: 'al-Qaida' },
        { text: 'The Base', strength: 'off' },
      ],
    });
    expect(await database.notes.where({ entityId: into }).count()).toBe(2);
    expect(await database.facts.get('fact1' as FactId)).toMatchObject({ entityId: into });
    expect(await database.decisions.toArray()).toMatchObject([{ entityId: into, surface: 'the base' }]);
    expect(await database.sightings.toArray()).toMatchObject([
      { entityId: into, count: 4, sentence: `of ${into}` },
    ]);
    const draft = await database.drafts.get(into);
    expect(draft?.body).toBe(`draft of ${into}\n\ndraft of ${other}`);
    expect(await names()).toEqual(['al-Qaeda']);
    await undoBulk(library, undoId);
    expect(await everything()).toEqual(before);
  });

  test('keeps what was written since when it is taken back', async () => {
    const { into, other } = await two();
    const { undoId } = await mergeEntities(library, into, [other]);
    const [note] = await library.database.notes.where({ entityId: into }).toArray();
    if (note === undefined) throw new Error('no note');
    await saveNote(library, { entityId: into, noteId: note.id, body: 'written since' });
    await undoBulk(library, undoId);
    expect(await library.database.notes.get(note.id)).toMatchObject({ body: 'written since' });
    expect(await library.database.entities.get(other)).toMatchObject({ name: 'al-Qaida' });
  });

  test('with a pack’s name keeps the pack’s; two of packs, or a name that is gone, change nothing', async () => {
    const own = await addEntity(library, 'Kipion patrol');
    const pack = await addPackEntity('Kipion');
    const second = await addPackEntity('Shader');
    const before = await everything();
    await expect(mergeEntities(library, own, [pack])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mergeEntities(library, pack, [second])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(mergeEntities(library, pack, ['nobody' as EntityId])).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await everything()).toEqual(before);
    const { undoId } = await mergeEntities(library, pack, [own]);
    expect((await library.database.entities.get(pack))?.aliases.map(({ text }) => text)).toEqual([
      'Op Kipion',
      'Kipion patrol',
    ]);
    await undoBulk(library, undoId);
    expect(await everything()).toEqual(before);
  });
});

test('an alias becomes a name of its own, with its rules, and goes back', async () => {
  const entityId = await createEntity(library, {
    name: 'Islamic State',
    kind: 'group',
    aliases: [{ text: 'IS', case: 'exact', strength: 'weak' }],
    summary: '',
  });
  const before = await everything();
  const done = await splitAlias(library, entityId, 'IS');
  expect(await library.database.entities.get(done.entityId)).toMatchObject({
    name: 'IS',
    kind: 'group',
    aliases: [{ text: 'IS', case: 'exact', strength: 'weak' }],
  });
  expect((await library.database.entities.get(entityId))?.aliases).toEqual([]);
  await expect(splitAlias(library, entityId, 'IS')).rejects.toMatchObject({ code: 'not-found' });
  await undoBulk(library, done.undoId);
  expect(await everything()).toEqual(before);
});
