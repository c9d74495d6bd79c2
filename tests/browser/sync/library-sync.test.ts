import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAlias, OVERLAY_TABLES } from '@/utils/db/overlays';
import { change } from '@/utils/db/database';
import { notesOf } from '@/utils/db/notes';
import type { Alias } from '@/utils/model/entity';
import type { ArticleId, EntityId, FactId, NoteId } from '@/utils/model/ids';
import { addDecision, removeDecision } from '@/utils/services/decide';
import { createEntity } from '@/utils/services/edit-entities';
import { deleteNote, restoreNote, saveNote } from '@/utils/services/edit-notes';
import { commit } from '@/utils/services/library';
import { removeArticle, saveArticle } from '@/utils/services/save-article';
import { MemoryRemote } from '@/utils/sync/remotes/memory';
import { join, type Profile, sharedRows, sync, testProfile } from './profile';

const alias = (text: string, strength: Alias['strength'] = 'strong'): Alias => ({
  text,
  case: 'auto',
  strength,
});

const entity = (profile: Profile, name: string, aliases: Alias[] = []): Promise<EntityId> =>
  createEntity(profile, { name, kind: 'operation', aliases, summary: '' });
const note = (profile: Profile, entityId: EntityId, body: string, noteId: NoteId | null = null) =>
  saveNote(profile, { entityId, noteId, body });

describe('a library in two profiles', () => {
  let [ann, ben] = [testProfile(), testProfile()];
  let remote = new MemoryRemote();

  beforeEach(async () => {
    [ann, ben, remote] = [testProfile(), testProfile(), new MemoryRemote()];
    await join(ann);
    await join(ben);
  });
  afterEach(async () => {
    for (const { database } of [ann, ben]) await database.delete();
  });

  const settle = async (): Promise<void> => {
    for (const profile of [ann, ben, ann, ben]) await sync(profile, remote);
    expect(await sharedRows(ben)).toEqual(await sharedRows(ann));
  };
  test('everything that the reader makes arrives', async () => {
    const id = await entity(ann, 'Operation Tideway', [alias('Tideway')]);
    await note(ann, id, 'Ask the press desk.');
    const page = {
      url: 'https://example.org/a',
      title: 'A',
      site: 'E',
      language: 'en',
      published: null,
      section: '',
    };
    const article = await saveArticle(ann, page, { mentions: [], blocks: new Map() });
    await commit(ann, ['sightings', 'facts', 'overlays'], async () => {
      await ann.database.sightings.put({ articleId: article.id, entityId: id, count: 2, sentence: 'S.' });
      await ann.database.facts.put({
        id: 'fact1' as FactId,
        entityId: id,
        slot: 'head',
        value: 'X',
        from: null,
        to: null,
        source: { title: '', url: '' },
        pack: null,
      });
      await ann.database.overlays.put({ entityId: 'pack/x' as EntityId, aliases: [alias('Ex')] });
    });
    const decision = {
      entityId: id,
      surface: 'tide',
      verdict: 'not-this',
      scope: 'site',
      where: 'a.org',
    } as const;
    await addDecision(ann, decision);
    await settle();
    const rows = await sharedRows(ben);
    for (const table of ['entities', 'notes', 'facts', 'articles', 'sightings', 'decisions', 'overlays'])
      expect([table, rows[table]?.length]).toEqual([table, 1]);
    expect(await ben.database.entities.get(id)).toMatchObject({ words: ['operation', 'tideway'] });
    await removeDecision(ben, decision);
    await removeArticle(ben, article.id);
    await settle();
    const left = await sharedRows(ann);
    expect([left['decisions'], left['articles'], left['sightings']]).toEqual([[], [], []]);
  });

  test('one edit is one operation on the note and one that holds up its entity', async () => {
    const id = await entity(ann, 'Operation Tideway');
    const { id: noteId } = await note(ann, id, 'one');
    await settle();
    expect(await ann.database.ops.count()).toBe(0);
    await note(ann, id, 'one two', noteId);
    const kinds = (await ann.database.ops.toArray()).map(({ json }) => (json as string[]).slice(2, 5));
    expect(kinds).toHaveLength(3);
    await settle();
    // What came from elsewhere is not said again.
    expect(await ben.database.ops.count()).toBe(0);
  });

  test('aliases given on both sides both stay, and one taken away goes', async () => {
    const id = await entity(ann, 'Operation Tideway', [alias('Old')]);
    await settle();
    await change(
      ann.database,
      ['entities', 'overlays'],
      () => addAlias(ann.database, id, alias('From Ann')),
      { names: true },
    );
    await change(
      ben.database,
      ['entities'],
      async () => {
        const row = await ben.database.entities.get(id);
        if (row !== undefined)
          await ben.database.entities.put({ ...row, aliases: [alias('From Ben')], summary: 'S' });
      },
      { names: true },
    );
    await settle();
    const row = await ann.database.entities.get(id);
    expect(row?.aliases.map(({ text }) => text)).toEqual(['From Ann', 'From Ben']);
    expect(row?.summary).toBe('S');
  });

  test('two edits of one note end as one text with both, and the former text stays in its history', async () => {
    const id = await entity(ann, 'Operation Tideway');
    const { id: noteId } = await note(ann, id, 'The ship sailed on Monday.');
    await settle();
    await note(ann, id, 'The grey ship sailed on Monday.', noteId);
    await note(ben, id, 'The ship sailed on Monday morning.', noteId);
    await settle();
    expect((await notesOf(ann.database, id))[0]?.body).toBe('The grey ship sailed on Monday morning.');
    const versions = (await ben.database.versions.toArray()).map(({ body }) => body);
    expect(versions).toContain('The ship sailed on Monday morning.');
  });

  test('tags given on both sides both stay, and one taken off goes', async () => {
    const id = await entity(ann, 'Operation Tideway');
    const body = 'Ask.';
    const { id: noteId } = await saveNote(ann, { entityId: id, noteId: null, body, tags: ['old'] });
    await settle();
    await saveNote(ann, { entityId: id, noteId, body, tags: ['old', 'from-ann'] });
    await saveNote(ben, { entityId: id, noteId, body, tags: ['from-ben'] });
    await settle();
    expect((await ben.database.notes.get(noteId))?.tags).toEqual(['from-ann', 'from-ben']);
  });

  test('a deleted note goes everywhere, comes back everywhere, and survives when it was edited meanwhile', async () => {
    const id = await entity(ann, 'Operation Tideway');
    const [one, two] = [await note(ann, id, 'one'), await note(ann, id, 'two')];
    await settle();
    await deleteNote(ann, one.id);
    await deleteNote(ann, two.id);
    await note(ben, id, 'two, edited', two.id);
    await settle();
    expect((await notesOf(ben.database, id)).map(({ body }) => body)).toEqual(['two, edited']);
    expect((await ben.database.notes.get(one.id))?.deleted).toBeGreaterThan(0);
    await restoreNote(ben, one.id);
    await settle();
    expect((await notesOf(ann.database, id)).map(({ body }) => body).toSorted()).toEqual([
      'one',
      'two, edited',
    ]);
  });

  test('a note written on an entity that is deleted elsewhere keeps the entity', async () => {
    const id = await entity(ann, 'Operation Tideway', [alias('Tideway')]);
    await settle();
    await change(ann.database, ['entities'], () => ann.database.entities.delete(id), { names: true });
    await note(ben, id, 'found something');
    await settle();
    expect((await ann.database.entities.get(id))?.aliases).toEqual([alias('Tideway')]);
  });

  test('a field that this version does not know travels', async () => {
    const id = await entity(ann, 'Operation Tideway');
    await change(ann.database, ['entities'], async () => {
      await ann.database.entities.update(id, { starred: { by: 'ann' } });
    });
    await settle();
    expect(await ben.database.entities.get(id)).toMatchObject({ starred: { by: 'ann' } });
  });

  test('an alias for a name of a pack shows on the pack name that is here', async () => {
    const pack = 'starter/x' as EntityId;
    for (const { database } of [ann, ben])
      await change(database, ['entities'], async () => {
        await database.entities.put({
          id: pack,
          kind: 'place',
          name: 'X',
          aliases: [alias('Ex')],
          summary: '',
          companions: [],
          context: [],
          links: [],
          pack: 'starter' as never,
          key: 1,
          words: [],
        });
      });
    await change(ann.database, [...OVERLAY_TABLES], () => addAlias(ann.database, pack, alias('Exes')));
    await settle();
    expect((await ben.database.entities.get(pack))?.aliases.map(({ text }) => text)).toEqual(['Ex', 'Exes']);
    expect((await sharedRows(ben))['entities']).toEqual([]);
  });

  test('a restart of the browser begins an epoch of its own', async () => {
    const id = await entity(ann, 'Operation Tideway');
    const before = (await ann.store.meta()).author.epoch;
    ann.restart();
    await note(ann, id, 'after the restart');
    const { author } = await ann.store.meta();
    expect(author.epoch).not.toBe(before);
    await settle();
  });

  test('without a vault nothing is recorded', async () => {
    const carl = testProfile();
    await note(carl, await entity(carl, 'Operation Tideway'), 'here only');
    expect([await carl.database.docs.count(), await carl.database.ops.count()]).toEqual([0, 0]);
    await carl.database.delete();
  });
});

describe('joining with a library', () => {
  const opened: Profile[] = [];
  const open = (): Profile => {
    const profile = testProfile();
    opened.push(profile);
    return profile;
  };
  afterEach(async () => {
    for (const { database } of opened.splice(0)) await database.delete();
  });

  test('two copies of one library become one, and a newer word wins over an older one', async () => {
    const [ann, ben, remote] = [open(), open(), new MemoryRemote()];
    for (const { database } of [ann, ben])
      await change(database, ['entities', 'notes'], async () => {
        await database.entities.put({
          id: 'e1' as EntityId,
          kind: 'place',
          name: 'Xanadu',
          aliases: [alias('X')],
          summary: '',
          companions: [],
          context: [],
          links: [],
          pack: null,
          key: 1,
          words: [],
        });
        await database.notes.put({
          id: 'n1' as NoteId,
          entityId: 'e1' as EntityId,
          body: 'same text',
          created: 5,
          updated: 5,
          deleted: 0,
        });
      });
    await join(ann);
    await sync(ann, remote);
    await change(ann.database, ['entities'], async () => {
      await ann.database.entities.update('e1' as EntityId, { summary: 'edited in the vault' });
    });
    await sync(ann, remote);
    await join(ben);
    for (const profile of [ben, ann, ben]) await sync(profile, remote);
    expect(await sharedRows(ben)).toEqual(await sharedRows(ann));
    expect((await notesOf(ben.database, 'e1' as EntityId)).map(({ body }) => body)).toEqual(['same text']);
    expect((await ben.database.entities.get('e1' as EntityId))?.summary).toBe('edited in the vault');
    expect(await ben.database.sync.where('name').startsWith('conflict:').count()).toBe(0);
  });

  test('a large library is taken in piece by piece, and what changes meanwhile is not lost', async () => {
    const ann = open();
    await change(ann.database, ['articles'], async () => {
      await ann.database.articles.bulkPut(
        Array.from({ length: 700 }, (_, index) => ({
          id: `a${index}` as ArticleId,
          url: `https://example.org/${index}`,
          title: `T${index}`,
          site: 'E',
          published: null,
          saved: index,
        })),
      );
    });
    await join(ann);
    expect(await ann.database.docs.count()).toBe(700);
    // Doing it again says nothing.
    const said = await ann.database.ops.count();
    await join(ann);
    expect(await ann.database.ops.count()).toBe(said);
  });
});
