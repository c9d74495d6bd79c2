import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryDatabase } from '@/utils/db/database';
import { draftOf, PACK_TABLES, putPackEntities } from '@/utils/db/pack-rows';
import { change } from '@/utils/db/database';
import { BIN_MS } from '@/utils/model/bin';
import type { EntityId, PackId } from '@/utils/model/ids';
import { deleteEntity, emptyBin, listBin, restoreFromBin } from '@/utils/services/bin';
import { addDecision } from '@/utils/services/decide';
import { editEntity } from '@/utils/services/edit-entities';
import { saveFact } from '@/utils/services/edit-facts';
import { deleteNote, saveDraft, saveNote } from '@/utils/services/edit-notes';
import { searchEntities, viewEntity } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const TABLES = ['entities', 'notes', 'facts', 'drafts', 'versions', 'decisions', 'sightings'] as const;

/** Every row that the bin takes, without keys, which are given anew. */
async function rowsOf(database: LibraryDatabase): Promise<unknown> {
  const rows = await Promise.all(TABLES.map((table) => database.table<object>(table).toArray()));
  return rows.map((table) => table.map((row) => ({ ...row, key: 0 })));
}

describe('the bin', () => {
  let library: TestLibrary = testLibrary();
  let entityId = '' as EntityId;
  beforeEach(async () => {
    library = testLibrary();
    entityId = await addEntity(library, 'Operation Tideway');
    const note = await saveNote(library, { entityId, noteId: null, body: 'one' });
    await saveNote(library, { entityId, noteId: note.id, body: 'two' });
    await saveFact(library, {
      entityId,
      factId: null,
      slot: 'Status',
      value: 'Under way',
      from: null,
      to: null,
      source: { title: '', url: '' },
    });
    await saveDraft(library, { entityId, noteId: null, body: 'half' });
    await addDecision(library, {
      entityId,
      surface: '',
      verdict: 'not-this',
      scope: 'everywhere',
      where: '',
    });
  });
  afterEach(() => library.database.delete());

  test('takes an entity with all that hangs on it, and gives it back as it was', async () => {
    const other = await addEntity(library, 'Operation Lantern');
    await saveNote(library, { entityId: other, noteId: null, body: 'stays' });
    const before = await rowsOf(library.database);
    const binId = await deleteEntity(library, entityId);
    expect(await searchEntities(library, 'tideway')).toEqual([]);
    expect(library.changes.at(-1)).toEqual({ names: true });
    expect(await library.database.notes.toArray()).toMatchObject([{ body: 'stays' }]);
    expect(await library.database.facts.count()).toBe(0);
    expect(await library.database.versions.count()).toBe(0);
    expect(await library.database.decisions.count()).toBe(0);
    expect(await listBin(library)).toMatchObject([
      { id: binId, what: 'entity', title: 'Operation Tideway', noteCount: 1, factCount: 1 },
    ]);
    await restoreFromBin(library, binId);
    expect(await rowsOf(library.database)).toEqual(before);
    expect((await searchEntities(library, 'tideway')).map(({ name }) => name)).toEqual(['Operation Tideway']);
  });

  test('shows deleted notes too, and brings them back', async () => {
    const note = await saveNote(library, { entityId, noteId: null, body: 'Ask  the\npress desk.' });
    await deleteNote(library, note.id);
    const [item] = await listBin(library);
    expect(item).toMatchObject({ what: 'note', title: 'Ask the press desk.', of: 'Operation Tideway' });
    await restoreFromBin(library, item?.id ?? '');
    expect((await viewEntity(library, entityId, null))?.notes.map(({ id }) => id)).toContain(note.id);
  });

  test('forgets after 30 days, and nothing before', async () => {
    const note = await saveNote(library, { entityId, noteId: null, body: 'gone' });
    await deleteNote(library, note.id);
    const other = await addEntity(library, 'Operation Lantern');
    const binId = await deleteEntity(library, other);
    library.time += BIN_MS - 60_000;
    await emptyBin(library);
    expect(await listBin(library)).toHaveLength(2);
    library.time += 120_000;
    expect(await listBin(library)).toEqual([]);
    await emptyBin(library);
    expect(await library.database.notes.get(note.id)).toBeUndefined();
    expect(await library.database.notes.count()).toBe(1);
    await expect(restoreFromBin(library, binId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('does not take a pack’s name; editing that lies over the pack', async () => {
    const pack = 'news' as PackId;
    const id = 'news/shader' as EntityId;
    const alias = { text: 'Op Shader', case: 'auto', strength: 'strong' } as const;
    const packed = {
      id,
      kind: 'operation' as const,
      name: 'Operation Shader',
      aliases: [alias],
      summary: 'Old.',
      companions: [],
      context: [],
      links: [],
      pack,
    };
    const { database } = library;
    await change(database, PACK_TABLES, () => putPackEntities(database, pack, [draftOf(packed, [])]));
    await expect(deleteEntity(library, id)).rejects.toMatchObject({ code: 'forbidden' });
    const own = { text: 'Shader', case: 'exact', strength: 'weak' } as const;
    await editEntity(library, {
      entityId: id,
      name: packed.name,
      kind: 'operation',
      summary: 'Mine.',
      aliases: [own],
    });
    await change(database, PACK_TABLES, () => putPackEntities(database, pack, [draftOf(packed, [])]));
    const entity = (await viewEntity(library, id, null))?.entity;
    expect(entity).toMatchObject({ summary: 'Mine.', pack });
    expect(entity?.aliases).toEqual(expect.arrayContaining([own, { ...alias, strength: 'off' }]));
  });

  test('an own name is edited in place, and found by its new names', async () => {
    const alias = { text: 'Op TIDEWAY', case: 'exact', strength: 'weak' } as const;
    await editEntity(library, {
      entityId,
      name: 'Operation Low Tide',
      kind: 'event',
      summary: 'A patrol.',
      aliases: [alias, { ...alias, strength: 'off' }],
    });
    expect((await viewEntity(library, entityId, null))?.entity).toMatchObject({
      name: 'Operation Low Tide',
      kind: 'event',
      aliases: [{ ...alias, strength: 'off' }],
    });
    expect((await searchEntities(library, 'low tide')).map(({ entityId: id }) => id)).toEqual([entityId]);
  });
});
