import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notesOf } from '@/utils/db/notes';
import { LibraryDatabase, revisionOf, SCHEMA_VERSION } from '@/utils/db/database';
import type { EntityId, NoteId } from '@/utils/model/ids';
import { NOTE_BYTES_MAX, NOTE_VERSIONS_MAX } from '@/utils/model/note';
import { deleteNote, listTags, pinNote, restoreNote, saveDraft, saveNote } from '@/utils/services/edit-notes';
import { compareVersion, listVersions, restoreVersion } from '@/utils/services/note-history';
import { viewEntity } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

describe('notes', () => {
  let library: TestLibrary = testLibrary();
  let entityId = '' as EntityId;

  beforeEach(async () => {
    library = testLibrary();
    entityId = await addEntity(library, 'Operation Tideway');
  });
  afterEach(() => library.database.delete());

  const save = (body: string, noteId: NoteId | null = null) => saveNote(library, { entityId, noteId, body });

  test('a saved note is there when the database is opened anew', async () => {
    const note = await save('Ask the press desk.');
    library.database.close();
    const again = new LibraryDatabase(library.database.name);
    expect(await notesOf(again, entityId)).toEqual([note]);
    again.close();
  });

  test('editing keeps the id and the day it was written', async () => {
    const first = await save('one');
    const second = await save('two', first.id);
    expect(second).toMatchObject({ id: first.id, created: first.created, body: 'two' });
    expect(second.updated).toBeGreaterThan(first.updated);
    expect(await notesOf(library.database, entityId)).toEqual([second]);
  });

  test('saving drops the draft, and counts the revision', async () => {
    await saveDraft(library, { entityId, noteId: null, body: 'half a th' });
    const before = await revisionOf(library.database);
    await save('half a thought');
    expect((await viewEntity(library, entityId, null))?.draft).toBeNull();
    expect(await revisionOf(library.database)).toBe(before + 1);
  });

  test('a draft is kept, replaced, and dropped when emptied', async () => {
    await saveDraft(library, { entityId, noteId: null, body: 'a' });
    await saveDraft(library, { entityId, noteId: null, body: 'ab' });
    expect((await viewEntity(library, entityId, null))?.draft).toMatchObject({ body: 'ab' });
    await saveDraft(library, { entityId, noteId: null, body: '' });
    expect((await viewEntity(library, entityId, null))?.draft).toBeNull();
  });

  test('a note that is too long is refused and its draft stays', async () => {
    const body = 'ä'.repeat(NOTE_BYTES_MAX / 2 + 1);
    await saveDraft(library, { entityId, noteId: null, body });
    await expect(save(body)).rejects.toMatchObject({ code: 'too-large' });
    expect((await viewEntity(library, entityId, null))?.draft?.body).toBe(body);
    await expect(save('ä'.repeat(NOTE_BYTES_MAX / 2))).resolves.toBeDefined();
  });

  test('an unknown entity or note changes nothing', async () => {
    const before = await revisionOf(library.database);
    const gone = 'nobody' as EntityId;
    await expect(saveNote(library, { entityId: gone, noteId: null, body: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(save('x', 'no-note' as NoteId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(deleteNote(library, 'no-note' as NoteId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await revisionOf(library.database)).toBe(before);
    expect(await library.database.notes.count()).toBe(0);
  });

  test('a deleted note comes back as it was', async () => {
    const note = await save('keep me');
    await deleteNote(library, note.id);
    expect(await notesOf(library.database, entityId)).toEqual([]);
    await restoreNote(library, note.id);
    expect(await notesOf(library.database, entityId)).toEqual([note]);
  });

  test('the newest change comes first', async () => {
    const first = await save('first');
    await save('second');
    await save('first, edited', first.id);
    expect((await notesOf(library.database, entityId)).map(({ body }) => body)).toEqual([
      'first, edited',
      'second',
    ]);
  });

  test('a note that was changed since it was opened is kept beside what was typed', async () => {
    const note = await save('first');
    const theirs = await save('changed in the other panel', note.id);
    const mine = await saveNote(library, {
      entityId,
      noteId: note.id,
      body: 'typed here',
      opened: note.updated,
    });
    expect(mine.id).not.toBe(note.id);
    expect((await notesOf(library.database, entityId)).map(({ body }) => body)).toEqual([
      'typed here',
      'changed in the other panel',
    ]);
    // Opened anew, it is one note again.
    const again = await saveNote(library, {
      entityId,
      noteId: note.id,
      body: 'both read',
      opened: theirs.updated,
    });
    expect(again.id).toBe(note.id);
  });

  test('a note that was deleted while it was edited becomes a new one', async () => {
    const note = await save('first');
    await deleteNote(library, note.id);
    const saved = await saveNote(library, {
      entityId,
      noteId: note.id,
      body: 'second',
      opened: note.updated,
    });
    expect(saved.id).not.toBe(note.id);
    expect(await notesOf(library.database, entityId)).toEqual([saved]);
  });

  test('tags are kept in one spelling, and stay with sources when only the words change', async () => {
    const source = {
      url: 'https://a.example/',
      title: 'A',
      publisher: 'P',
      published: '2020-12-10',
      quote: 'q',
    };
    const note = await saveNote(library, {
      entityId,
      noteId: null,
      body: 'one',
      tags: ['#Costs', ' costs ', 'Port  Amber'],
      sources: [source],
    });
    expect(note).toMatchObject({ tags: ['costs', 'port amber'], sources: [source] });
    expect(await save('two', note.id)).toMatchObject({ tags: ['costs', 'port amber'], sources: [source] });
    expect(await listTags(library)).toEqual(['costs', 'port amber']);
  });

  test('one note is pinned, stands first, and is no newer for it', async () => {
    const [first, second] = [await save('first'), await save('second')];
    await pinNote(library, first.id, true);
    expect((await notesOf(library.database, entityId)).map(({ body }) => body)).toEqual(['first', 'second']);
    await pinNote(library, second.id, true);
    const notes = await notesOf(library.database, entityId);
    expect(notes.map(({ pinned }) => pinned)).toEqual([true, false]);
    expect(notes[0]?.updated).toBe(second.updated);
    await pinNote(library, second.id, false);
    expect((await notesOf(library.database, entityId)).every(({ pinned }) => pinned !== true)).toBe(true);
  });

  test('every save keeps the words before, which can be compared and brought back', async () => {
    const one = await save('The minister said no.');
    const two = await save('The minister said yes.', one.id);
    await save('The minister said yes.', one.id);
    const versions = await listVersions(library, one.id);
    expect(versions).toEqual([{ saved: one.updated, body: 'The minister said no.' }]);
    expect(await compareVersion(library, one.id, one.updated)).toEqual([
      { kind: 'same', text: 'The minister said ' },
      { kind: 'gone', text: 'no' },
      { kind: 'new', text: 'yes' },
      { kind: 'same', text: '.' },
    ]);
    const back = await restoreVersion(library, one.id, one.updated);
    expect(back).toMatchObject({ id: one.id, body: 'The minister said no.', created: one.created });
    expect(back.updated).toBeGreaterThan(two.updated);
    expect((await listVersions(library, one.id)).map(({ body }) => body)).toEqual([
      'The minister said yes.',
      'The minister said no.',
    ]);
    await expect(restoreVersion(library, one.id, 1)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a hundred states are remembered, the oldest go', async () => {
    const { id } = await save('0');
    for (let count = 1; count <= NOTE_VERSIONS_MAX + 3; count += 1) await save(`${count}`, id);
    const versions = await listVersions(library, id);
    expect(versions).toHaveLength(NOTE_VERSIONS_MAX);
    expect(versions.at(-1)?.body).toBe('3');
  });

  test('while a newer version owns the data, all can be read and nothing is written', async () => {
    await save('old words');
    library.database.close();
    const newer = new LibraryDatabase(library.database.name);
    newer.version(SCHEMA_VERSION + 1).stores({ inventions: 'id' });
    await newer.open();
    newer.close();

    const older = { ...library, database: new LibraryDatabase(library.database.name) };
    expect(await older.database.isWritable()).toBe(false);
    await expect(saveNote(older, { entityId, noteId: null, body: 'new' })).rejects.toMatchObject({
      code: 'read-only',
    });
    expect((await notesOf(older.database, entityId)).map(({ body }) => body)).toEqual(['old words']);
    older.database.close();
  });
});
