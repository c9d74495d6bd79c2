import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mention } from '@/utils/model/mention';
import type { PageInfo } from '@/utils/model/page';
import type { UnknownId } from '@/utils/model/ids';
import {
  aliasUnknown,
  ignoredUnknowns,
  ignoreUnknown,
  listUnknowns,
  recordUnknowns,
  saveUnknown,
  type InboxTrace,
} from '@/utils/services/radar-inbox';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const KEPT: InboxTrace = { withSources: true, counted: new Set() };
const TIDEWAY = 'operation tideway' as UnknownId;

const page = (name: string): PageInfo => ({
  url: `https://news.example/${name}`,
  title: name,
  site: 'News',
  language: 'en',
  published: null,
  section: '',
});

function met(text: string, surface: string): Parameters<typeof recordUnknowns>[2] {
  const start = text.indexOf(surface);
  const mention: Mention = {
    block: 0,
    start,
    end: start + surface.length,
    key: null,
    surface,
    score: 1,
    reasons: [{ type: 'pattern', trigger: surface.split(' ')[0] ?? '' }],
    others: [],
  };
  return { mentions: [mention, mention], blocks: new Map([[0, { id: 0, text, candidates: [] }]]) };
}

describe('the inbox of unknown operations', () => {
  let library: TestLibrary = testLibrary();
  beforeEach(() => {
    library = testLibrary();
  });
  afterEach(() => library.database.delete());

  test('counts a name once an article, whatever its spelling, and keeps its sentences', async () => {
    await recordUnknowns(library, page('one'), met('It began. Op TIDEWAY went on.', 'Op TIDEWAY'), KEPT);
    await recordUnknowns(library, page('one'), met('It began. Op TIDEWAY went on.', 'Op TIDEWAY'), KEPT);
    await recordUnknowns(library, page('two'), met('Operation Tideway ended.', 'Operation Tideway'), KEPT);
    const [only, ...more] = await listUnknowns(library);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      id: TIDEWAY,
      name: 'Operation Tideway',
      articleCount: 2,
      spellings: ['Op TIDEWAY', 'Operation Tideway'],
    });
    expect(only?.sightings.map(({ sentence }) => sentence)).toEqual([
      'Operation Tideway ended.',
      'Op TIDEWAY went on.',
    ]);
  });

  test('a name that came with a pack since, in whatever spelling, is unknown no more', async () => {
    await recordUnknowns(library, page('one'), met('Op TIDEWAY.', 'Op TIDEWAY'), KEPT);
    await recordUnknowns(library, page('one'), met('Operation Tide.', 'Operation Tide'), KEPT);
    await addEntity(library, 'Operation Tideway');
    expect((await listUnknowns(library)).map(({ name }) => name)).toEqual(['Operation Tide']);
  });

  test('a page that is read again writes nothing', async () => {
    await recordUnknowns(library, page('one'), met('Op Tideway.', 'Op Tideway'), KEPT);
    const changes = library.changes.length;
    await recordUnknowns(library, page('one'), met('Op Tideway.', 'Op Tideway'), KEPT);
    expect(library.changes).toHaveLength(changes);
  });

  test('an ignored name is heard of no more, until it is', async () => {
    const state = met('Op Tideway.', 'Op Tideway');
    await recordUnknowns(library, page('one'), state, KEPT);
    await ignoreUnknown(library, TIDEWAY, true);
    expect(await listUnknowns(library)).toEqual([]);
    expect(await ignoredUnknowns(library, state.mentions)).toEqual(new Set([TIDEWAY]));
    await ignoreUnknown(library, TIDEWAY, false);
    expect(await listUnknowns(library)).toHaveLength(1);
  });

  test('saved, it is an entity that goes by every spelling met', async () => {
    await recordUnknowns(library, page('one'), met('Opération Tideway.', 'Opération Tideway'), KEPT);
    const [unknown] = await listUnknowns(library);
    const id = await saveUnknown(library, unknown?.id ?? TIDEWAY);
    const entity = await library.database.entities.get(id);
    expect(entity).toMatchObject({ name: 'Opération Tideway', kind: 'operation' });
    expect(await listUnknowns(library)).toEqual([]);
    expect(library.changes.at(-1)).toEqual({ names: true });
  });

  test('made an alias, it lights up as the entity that was chosen', async () => {
    const shader = await addEntity(library, 'Operation Shader');
    await recordUnknowns(library, page('one'), met('Op Tideway.', 'Op Tideway'), KEPT);
    await aliasUnknown(library, TIDEWAY, shader);
    const entity = await library.database.entities.get(shader);
    expect(entity?.aliases.map(({ text }) => text)).toEqual(['Operation Tideway', 'Op Tideway']);
    expect(await listUnknowns(library)).toEqual([]);
  });

  test('what is not there cannot be saved, ignored or given away', async () => {
    await expect(saveUnknown(library, TIDEWAY)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ignoreUnknown(library, TIDEWAY, true)).rejects.toMatchObject({ code: 'not-found' });
    const shader = await addEntity(library, 'Operation Shader');
    await expect(aliasUnknown(library, TIDEWAY, shader)).rejects.toMatchObject({ code: 'not-found' });
    expect((await library.database.entities.get(shader))?.aliases).toEqual([]);
  });

  test('a card of a page that left no trace can still save and ignore', async () => {
    const card = { name: 'Operation Tideway', surface: 'Op TIDEWAY' };
    await ignoreUnknown(library, TIDEWAY, true, card);
    expect(await library.database.unknowns.get(TIDEWAY)).toMatchObject({ ignored: true, sightings: [] });
    const id = await saveUnknown(library, 'operation other' as UnknownId, card);
    expect((await library.database.entities.get(id))?.name).toBe('Operation Tideway');
  });
});
