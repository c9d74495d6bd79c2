import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSelection, saveCapture } from '@/utils/services/capture';
import { viewEntity } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const page = { url: 'https://news.example/story', title: 'At sea', site: 'News' };
const around = { before: 'Nobody knew. The ships of ', after: ' began in\n January. Then more.', page };

describe('a selection', () => {
  let library: TestLibrary = testLibrary();
  beforeEach(() => {
    library = testLibrary();
  });
  afterEach(() => library.database.delete());

  test('that nobody knows comes with the sentence it stands in', async () => {
    expect(await openSelection(library, { ...around, text: ' Operation  Tideway,' })).toEqual({
      type: 'capture',
      capture: {
        name: 'Operation Tideway',
        problem: null,
        passage: {
          url: page.url,
          title: 'At sea',
          sentence: 'The ships of Operation Tideway, began in January.',
        },
      },
    });
  });

  test('that is known opens the note, also by another name and in another case', async () => {
    const entityId = await addEntity(library, 'Operation Tideway');
    await saveCapture(library, {
      name: 'Operation Ebb',
      kind: 'operation',
      aliases: [{ text: 'Op Ebb', case: 'auto', strength: 'strong' }],
      note: '',
      passage: null,
    });
    expect(await openSelection(library, { ...around, text: 'OPERATION TIDEWAY' })).toEqual({
      type: 'entity',
      entityId,
      write: true,
    });
    expect(await openSelection(library, { ...around, text: 'Op Ebb' })).toMatchObject({ type: 'entity' });
    expect(await openSelection(library, { ...around, text: 'Operation Tide' })).toMatchObject({
      type: 'capture',
    });
  });

  test('of nothing, of too much, and of a page without an address say what is wrong or leave it out', async () => {
    expect(await openSelection(library, { ...around, text: ' ' })).toMatchObject({
      capture: { problem: 'empty', passage: null },
    });
    expect(await openSelection(library, { ...around, text: 'x'.repeat(201) })).toMatchObject({
      capture: { problem: 'too-long' },
    });
    const local = { ...page, url: 'file:///story.html' };
    expect(await openSelection(library, { ...around, page: local, text: 'Tideway' })).toMatchObject({
      capture: { problem: null, passage: null },
    });
  });

  test('is saved with a note of the own words and the passage, in one change', async () => {
    const id = await saveCapture(library, {
      name: 'Operation Tideway',
      kind: 'operation',
      aliases: [],
      note: 'Ask the navy.',
      passage: { url: page.url, title: 'At sea', sentence: 'It began.' },
    });
    expect(library.changes).toEqual([{ names: true }]);
    const view = await viewEntity(library, id, null);
    expect(view?.entity.name).toBe('Operation Tideway');
    expect(view?.notes.map(({ body }) => body)).toEqual([
      `Ask the navy.\n\n> It began.\n>\n> [At sea](<${page.url}#:~:text=It%20began.>)`,
    ]);
  });

  test('with nothing to note has no note; with too much nothing is saved at all', async () => {
    const captured = { name: 'Tideway', kind: 'operation', aliases: [], passage: null } as const;
    const id = await saveCapture(library, { ...captured, note: '  ' });
    expect((await viewEntity(library, id, null))?.notes).toEqual([]);
    await expect(saveCapture(library, { ...captured, note: 'x'.repeat(17_000) })).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(await library.database.entities.count()).toBe(1);
  });
});
