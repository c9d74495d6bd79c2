import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '@/utils/db/database';
import { draftOf, dropPackEntities, PACK_TABLES, putPackEntities } from '@/utils/db/pack-rows';
import type { Entity } from '@/utils/model/entity';
import type { EntityId, PackId } from '@/utils/model/ids';
import type { PageInfo } from '@/utils/model/page';
import { addDecision, decisionsFor, removeDecision } from '@/utils/services/decide';
import { createEntity } from '@/utils/services/edit-entities';
import { relatedToPage } from '@/utils/services/relate-articles';
import { removeArticle, saveArticle, sentenceAround } from '@/utils/services/save-article';
import { searchEntities, viewEntity } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const page = (name: string): PageInfo => ({
  url: `https://news.example/${name}`,
  title: name,
  site: 'News',
  language: 'en',
  published: '2020-12-10',
  section: '',
});

const packEntity = (id: string, name: string): Entity => ({
  id: `pack/${id}` as EntityId,
  kind: 'place',
  name,
  aliases: [],
  summary: '',
  companions: [],
  context: [],
  links: [],
  pack: 'pack' as PackId,
});

describe('library', () => {
  let library: TestLibrary = testLibrary();
  beforeEach(() => {
    library = testLibrary();
  });
  afterEach(() => library.database.delete());

  test('a failure in the middle of a change leaves all as it was', async () => {
    const { database } = library;
    const broken = change(database, ['drafts'], async () => {
      await database.drafts.put({ entityId: 'e' as EntityId, noteId: null, body: 'x', updated: 0 });
      throw new Error('power cut');
    });
    await expect(broken).rejects.toMatchObject({ code: 'storage' });
    expect(await database.drafts.count()).toBe(0);
    expect(await database.meta.count()).toBe(0);
  });

  test('a pack that is replaced keeps the keys of entities that stay and drops the others', async () => {
    const { database } = library;
    const put = (entities: Entity[]) =>
      change(database, PACK_TABLES, async () => {
        const pack = 'pack' as PackId;
        const gone = await database.entities.where('pack').equals(pack).primaryKeys();
        await putPackEntities(
          database,
          pack,
          entities.map((entity) => draftOf(entity, [])),
        );
        await dropPackEntities(
          database,
          pack,
          gone.filter((id) => !entities.some((entity) => entity.id === id)),
        );
      });
    await put([packEntity('a', 'Alpha'), packEntity('b', 'Beta')]);
    const before = await database.entities.get('pack/b' as EntityId);
    await put([packEntity('b', 'Beta Two'), packEntity('c', 'Gamma')]);
    const rows = await database.entities.toArray();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Beta Two', 'Gamma']);
    expect(rows.find(({ name }) => name === 'Beta Two')?.key).toBe(before?.key);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  test('search finds by the beginning of every word, in names and aliases, without accents', async () => {
    await createEntity(library, {
      name: 'Opération Barkhane',
      kind: 'operation',
      aliases: [{ text: 'Barkhan', case: 'auto', strength: 'off' }],
      summary: '',
    });
    await addEntity(library, "al-Qa'ida", 'group');
    const names = async (query: string) => (await searchEntities(library, query)).map(({ name }) => name);
    expect(await names('operation bark')).toEqual(['Opération Barkhane']);
    expect(await names('bark oper')).toEqual(['Opération Barkhane']);
    expect(await names('al qaida')).toEqual(["al-Qa'ida"]);
    expect(await names('khane')).toEqual([]);
    expect(await names('  ')).toEqual([]);
  });

  test('search puts the exact name before longer ones', async () => {
    await addEntity(library, 'Islamic State Khorasan', 'group');
    await addEntity(library, 'Islamic State', 'group');
    const rows = await searchEntities(library, 'islamic state');
    expect(rows.map(({ name }) => name)).toEqual(['Islamic State', 'Islamic State Khorasan']);
  });

  test('a decision holds for its page, its site, or everywhere, and can be taken back', async () => {
    const base = { entityId: 'e' as EntityId, surface: 'typhoon', verdict: 'not-this' } as const;
    const here = { ...base, scope: 'page', where: 'https://a.example/1' } as const;
    const site = { ...base, scope: 'site', where: 'a.example' } as const;
    await addDecision(library, here);
    await addDecision(library, here);
    await addDecision(library, site);
    await addDecision(library, { ...base, scope: 'everywhere', where: '' });
    const scopes = async (url: string, host: string) =>
      (await decisionsFor(library, { url, site: host })).map(({ scope }) => scope).toSorted();
    expect(await scopes('https://a.example/1', 'a.example')).toEqual(['everywhere', 'page', 'site']);
    expect(await scopes('https://a.example/2', 'a.example')).toEqual(['everywhere', 'site']);
    expect(await scopes('https://b.example/1', 'b.example')).toEqual(['everywhere']);
    await removeDecision(library, site);
    expect(await scopes('https://a.example/2', 'a.example')).toEqual(['everywhere']);
  });

  test('saved articles relate to each other by the names they share', async () => {
    const shader = await addEntity(library, 'Operation Shader');
    const key = (await library.database.entities.get(shader))?.key ?? null;
    const text = 'It rained. An RAF jet flew on Operation Shader. It landed.';
    const start = text.indexOf('Operation');
    const mention = {
      block: 0,
      start,
      end: start + 16,
      key,
      surface: 'Operation Shader',
      score: 1,
      reasons: [],
      others: [],
    };
    const state = { mentions: [mention], blocks: new Map([[0, { id: 0, text, candidates: [] }]]) };
    const one = await saveArticle(library, page('one'), state);
    const twice = await saveArticle(library, page('one'), state);
    expect(twice.id).toBe(one.id);
    await saveArticle(library, page('two'), state);

    const related = await relatedToPage(library, { page: page('one'), entityIds: [shader] });
    expect(related).toEqual([expect.objectContaining({ title: 'two', reason: 'shares Operation Shader' })]);
    expect(await library.database.sightings.toArray()).toContainEqual({
      articleId: one.id,
      entityId: shader,
      count: 1,
      sentence: 'An RAF jet flew on Operation Shader.',
    });
    expect((await viewEntity(library, shader, null))?.related).toHaveLength(2);

    await removeArticle(library, one.id);
    expect((await library.database.sightings.toArray()).map(({ articleId }) => articleId)).not.toContain(
      one.id,
    );
    expect((await viewEntity(library, shader, null))?.related).toHaveLength(1);
  });

  test('a new name tells that pages must be read again, a note does not', async () => {
    await addEntity(library, 'Operation Tideway');
    expect(library.changes).toEqual([{ names: true }]);
  });
});

test('sentenceAround finds the sentence of a position', () => {
  const text = 'First one. Second one! Third one?';
  expect(sentenceAround(text, 12)).toBe('Second one!');
  expect(sentenceAround(text, 999)).toBe(text);
});
