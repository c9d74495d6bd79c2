import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TouchedRows } from '@/utils/db/touched-rows';
import { createEntity } from '@/utils/services/edit-entities';
import { deleteNote, restoreNote, saveNote } from '@/utils/services/edit-notes';
import { commit } from '@/utils/services/library';
import { LibrarySearch, SEARCHED_TABLES } from '@/utils/services/library-search';
import { searchEverything } from '@/utils/services/search-everything';
import type { ArticleId, FactId } from '@/utils/model/ids';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

let library: TestLibrary;
let search: LibrarySearch;
let turns: number;
beforeEach(() => {
  library = testLibrary();
  turns = 0;
  search = new LibrarySearch(library, new TouchedRows(library.database, SEARCHED_TABLES), () => {
    turns += 1;
    return Promise.resolve();
  });
});
afterEach(() => library.database.delete());

const ask = async (query: string) => {
  await search.ready();
  return (await searchEverything(library, search, query)).rows;
};

describe('the search over everything', () => {
  test('answers names by how they begin until the index is built', async () => {
    await addEntity(library, 'Operation Shader');
    const first = await searchEverything(library, search, 'shad');
    expect(first).toMatchObject({ isWhole: false, rows: [{ type: 'entity', name: 'Operation Shader' }] });
    await search.ready();
    expect(turns, 'other work gets turns').toBeGreaterThan(0);
    expect(await searchEverything(library, search, 'shaderr')).toMatchObject({
      isWhole: true,
      rows: [{ name: 'Operation Shader' }],
    });
  });

  test('finds notes, facts, other names and articles, each with its reason', async () => {
    const entityId = await createEntity(library, {
      name: 'Ben Wallace',
      kind: 'person',
      aliases: [{ text: 'The Captain', case: 'auto', strength: 'weak' }],
      summary: '',
    });
    const { id: noteId } = await saveNote(library, {
      entityId,
      noteId: null,
      body: 'Met at **Akrotiri** twice',
    });
    await commit(library, ['facts', 'articles'], async () => {
      await library.database.facts.put({
        id: 'fact1' as FactId,
        entityId,
        slot: 'office',
        value: 'Defence Secretary',
        from: null,
        to: null,
        source: { title: '', url: '' },
        pack: null,
      });
      await library.database.articles.put({
        id: 'article1' as ArticleId,
        url: 'https://courier.example/typhoons',
        title: 'Typhoons over the sea',
        site: 'Courier',
        published: '2020-12-10',
        saved: 1,
      });
    });
    expect(await ask('akrotri')).toMatchObject([{ type: 'note', noteId, name: 'Ben Wallace' }]);
    const [note] = await ask('akro');
    expect(note?.reason?.marks.map(([start, end]) => note.reason?.text.slice(start, end))).toEqual([
      'Akrotiri',
    ]);
    expect(await ask('defence sec')).toMatchObject([{ type: 'fact', entityId }]);
    expect(await ask('captain')).toMatchObject([
      { type: 'entity', entityId, reason: { text: 'The Captain' } },
    ]);
    expect(await ask('typhoon')).toMatchObject([
      { type: 'article', url: 'https://courier.example/typhoons' },
    ]);
    expect(await ask('wallace')).toMatchObject([{ type: 'entity', reason: null, hasNote: true }]);
  });

  test('follows every change without being built again', async () => {
    const entityId = await addEntity(library, 'Operation Shader');
    expect(await ask('runway')).toEqual([]);
    const before = turns;
    const { id } = await saveNote(library, { entityId, noteId: null, body: 'runway' });
    expect(await ask('runway')).toHaveLength(1);
    await saveNote(library, { entityId, noteId: id, body: 'hangar' });
    expect(await ask('runway')).toEqual([]);
    await deleteNote(library, id);
    expect(await ask('hangar')).toEqual([]);
    await restoreNote(library, id);
    expect(await ask('hangar')).toHaveLength(1);
    await commit(library, ['notes', 'entities'], async () => {
      await library.database.notes.clear();
      await library.database.entities.delete(entityId);
    });
    expect(await ask('hangar')).toEqual([]);
    expect(await ask('shader')).toEqual([]);
    expect(search.size).toBe(0);
    expect(turns - before, 'only the rows that changed').toBeLessThan(12);
  });

  test('takes nothing from a change that failed', async () => {
    await search.ready();
    await expect(
      commit(library, ['entities'], async () => {
        await addEntity(library, 'Operation Kipion');
        throw new Error('no');
      }),
    ).rejects.toThrow('the database refused');
    expect(await ask('kipion')).toEqual([]);
  });

  test('puts the very name first', async () => {
    const entityId = await addEntity(library, 'IS');
    for (const name of ['Islamic State', 'Isis', 'Island of Is']) {
      const id = await addEntity(library, name);
      await saveNote(library, { entityId: id, noteId: null, body: 'is is is' });
    }
    expect((await ask('is'))[0]).toMatchObject({ entityId });
  });
});
