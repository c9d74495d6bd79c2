import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentId, EntityId, UnknownId } from '@/utils/model/ids';
import type { Mention } from '@/utils/model/mention';
import type { PageInfo } from '@/utils/model/page';
import { NO_READING_INDEX, type ReadingIndexSettings } from '@/utils/model/reading';
import { Documents, type DocumentState } from '@/utils/services/documents';
import {
  countReadings,
  forgetAll,
  forgetArticle,
  forgetSite,
  pruneReadings,
} from '@/utils/services/forget-readings';
import { listUnknowns } from '@/utils/services/radar-inbox';
import { ReadingRecorder } from '@/utils/services/reading-recorder';
import { recordReading } from '@/utils/services/record-reading';
import { relatedToEntity, relatedToPage } from '@/utils/services/relate-articles';
import { articleIdOf, saveArticle } from '@/utils/services/save-article';
import type { SessionStore } from '@/utils/services/tickets';
import { UnknownCounter } from '@/utils/services/unknown-counter';
import { saveReading, viewArticle } from '@/utils/services/view-article';
import { lastMet, viewSightings } from '@/utils/services/view-sightings';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const DAY_MS = 86_400_000;
const ON: ReadingIndexSettings = { on: true, keepDays: 90, offSites: [] };
const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const page = (path: string, site = 'News', published = '2020-12-10'): PageInfo => ({
  url: `https://${path}`,
  // One word each: headlines that are alike are a reason of their own.
  title: path.replaceAll(/\W/g, ''),
  site,
  language: 'en',
  published,
  section: '',
});

/** A text in which these entities stand where their names do; `null` stands for an unknown operation. */
async function textOf(
  library: TestLibrary,
  text: string,
  names: readonly (readonly [surface: string, id: EntityId | null])[],
): Promise<Pick<DocumentState, 'mentions' | 'blocks'>> {
  const mentions: Mention[] = [];
  for (const [surface, id] of names) {
    const key = id === null ? null : ((await library.database.entities.get(id))?.key ?? null);
    for (let start = text.indexOf(surface); start >= 0; start = text.indexOf(surface, start + 1)) {
      mentions.push({
        block: 0,
        start,
        end: start + surface.length,
        key,
        surface,
        score: 1,
        reasons: id === null ? [{ type: 'pattern', trigger: 'Operation' }] : [],
        others: [],
      });
    }
  }
  return { mentions, blocks: new Map([[0, { id: 0, text, candidates: [] }]]) };
}

function memoryStore(): SessionStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
    keys: async () => [...values.keys()],
  };
}

let library: TestLibrary = testLibrary();
let shader = '' as EntityId;
let wallace = '' as EntityId;
let iraq = '' as EntityId;
beforeEach(async () => {
  library = testLibrary();
  shader = await addEntity(library, 'Operation Shader');
  wallace = await addEntity(library, 'Ben Wallace', 'person');
  iraq = await addEntity(library, 'Iraq', 'place');
});
afterEach(() => library.database.delete());

const read = async (where: PageInfo, text: string, names: Parameters<typeof textOf>[2]): Promise<boolean> =>
  recordReading(library, where, await textOf(library, text, names));

describe('keeping what was read', () => {
  test('one row for the article, one for each name with its sentences, count and spellings', async () => {
    const text = 'Op Shader goes on. Ben Wallace spoke. He praised Op Shader and Operation Shader.';
    expect(
      await read(page('news.example/one'), text, [
        ['Op Shader', shader],
        ['Operation Shader', shader],
        ['Ben Wallace', wallace],
      ]),
    ).toBe(true);
    const { readings, readingSightings } = library.database;
    expect(await readings.toArray()).toEqual([
      expect.objectContaining({ url: 'https://news.example/one', site: 'News', published: '2020-12-10' }),
    ]);
    expect(await readingSightings.where('entityId').equals(shader).toArray()).toEqual([
      expect.objectContaining({
        count: 3,
        sentences: ['Op Shader goes on.', 'He praised Op Shader and Operation Shader.'],
        surfaces: [
          ['Op Shader', 2],
          ['Operation Shader', 1],
        ],
      }),
    ]);
    expect(await readingSightings.count()).toBe(2);
  });

  test('an article without known names leaves no row, and the same reading is written once', async () => {
    expect(await read(page('news.example/none'), 'Nothing.', [])).toBe(false);
    expect(await library.database.readings.count()).toBe(0);
    await read(page('news.example/one'), 'Op Shader.', [['Op Shader', shader]]);
    expect(await read(page('news.example/one'), 'Op Shader.', [['Op Shader', shader]])).toBe(false);
  });

  test('what left the article leaves the index when it is read again', async () => {
    await read(page('news.example/one'), 'Op Shader, Iraq.', [
      ['Op Shader', shader],
      ['Iraq', iraq],
    ]);
    await read(page('news.example/one'), 'Iraq.', [['Iraq', iraq]]);
    const rows = await library.database.readingSightings.toArray();
    expect(rows.map(({ entityId }) => entityId)).toEqual([iraq]);
  });
});

describe('the recorder', () => {
  const id = 'doc' as DocumentId;
  const setUp = async (
    settings: ReadingIndexSettings,
    isArticle = true,
    url = 'news.example/one',
  ): Promise<{ recorder: ReadingRecorder; documents: Documents }> => {
    const documents = new Documents();
    const state = documents.open(7, id, page(url));
    const text = await textOf(library, 'Op Shader.', [['Op Shader', shader]]);
    state.mentions = text.mentions;
    for (const [key, block] of text.blocks) state.blocks.set(key, block);
    const recorder = new ReadingRecorder({
      library,
      documents,
      settings: async () => settings,
      siteOf,
      isArticle: async () => isArticle,
      session: memoryStore(),
      after: (_delayMs, work) => {
        work();
        return () => undefined;
      },
      onDefect: (error) => {
        throw error;
      },
    });
    return { recorder, documents };
  };

  test('writes nothing unless the reader turned it on', async () => {
    const { recorder } = await setUp(NO_READING_INDEX);
    const before = await library.database.meta.get('revision');
    expect(await recorder.record(7, id)).toBe(false);
    expect(await library.database.meta.get('revision')).toEqual(before);
    expect(await (await setUp(ON)).recorder.record(7, id)).toBe(true);
  });

  test('writes nothing of what is no article, nor of a site left out or anything under it', async () => {
    expect(await (await setUp(ON, false)).recorder.record(7, id)).toBe(false);
    const without = { ...ON, offSites: ['example'] };
    expect(await (await setUp(without)).recorder.record(7, id)).toBe(false);
    expect(await (await setUp({ ...ON, offSites: ['news.example'] })).recorder.record(7, id)).toBe(false);
    expect(await (await setUp({ ...ON, offSites: ['ws.example'] })).recorder.record(7, id)).toBe(true);
  });

  test('does not keep again what was forgotten while its tab is open', async () => {
    const { recorder } = await setUp(ON);
    await recorder.record(7, id);
    const articleId = await articleIdOf(library, page('news.example/one').url);
    await recorder.leaveOut([articleId]);
    await forgetArticle(library, articleId);
    expect(await recorder.record(7, id)).toBe(false);
    expect(await library.database.readings.count()).toBe(0);
    expect(await library.database.readingSightings.count()).toBe(0);
  });
});

describe('forgetting', () => {
  beforeEach(async () => {
    for (const path of ['news.example/one', 'www.news.example/two', 'other.example/three']) {
      await read(page(path), 'Op Shader in Iraq.', [
        ['Op Shader', shader],
        ['Iraq', iraq],
      ]);
    }
  });

  test('one article', async () => {
    await forgetArticle(library, await articleIdOf(library, 'https://news.example/one'));
    expect(await library.database.readings.count()).toBe(2);
    expect(await library.database.readingSightings.count()).toBe(4);
  });

  test('one site, with what lies under it and nothing that only ends like it', async () => {
    await read(page('fakenews.example/four'), 'Iraq.', [['Iraq', iraq]]);
    expect(await forgetSite(library, 'news.example', siteOf)).toHaveLength(2);
    expect((await library.database.readings.toArray()).map(({ url }) => url).toSorted()).toEqual([
      'https://fakenews.example/four',
      'https://other.example/three',
    ]);
  });

  test('all, and the saved articles stay', async () => {
    const text = await textOf(library, 'Op Shader.', [['Op Shader', shader]]);
    const saved = await saveArticle(library, page('news.example/one'), text);
    expect(await forgetAll(library)).toHaveLength(3);
    expect(await countReadings(library)).toEqual({ articles: 0, oldest: null, inboxSources: 0 });
    expect(await library.database.readingSightings.count()).toBe(0);
    expect(await library.database.articles.toArray()).toEqual([saved]);
    expect(await library.database.sightings.count()).toBe(1);
  });

  test('what was last read too long ago, and only that', async () => {
    library.time += 60 * DAY_MS;
    await read(page('news.example/one'), 'Op Shader again, and Iraq.', [
      ['Op Shader', shader],
      ['Iraq', iraq],
    ]);
    library.time += 40 * DAY_MS;
    expect(await pruneReadings(library, { ...ON, keepDays: null })).toBe(0);
    expect(await pruneReadings(library, ON)).toBe(2);
    expect((await library.database.readings.toArray()).map(({ url }) => url)).toEqual([
      'https://news.example/one',
    ]);
    expect(await library.database.readingSightings.count()).toBe(2);
    expect(await pruneReadings(library, { ...ON, on: false, keepDays: 30 })).toBe(1);
  });
});

const meet = async (counter: UnknownCounter, url: string, document: string): Promise<void> => {
  const state = new Documents().open(7, document as DocumentId, page(url));
  const text = await textOf(library, 'Ships left on Operation Tideway.', [['Operation Tideway', null]]);
  state.mentions = text.mentions;
  for (const [key, block] of text.blocks) state.blocks.set(key, block);
  await counter.count(state);
};

const counterWith = (settings: ReadingIndexSettings): UnknownCounter =>
  new UnknownCounter(library, async () => settings, siteOf, memoryStore());

describe('the inbox', () => {
  const TIDEWAY = 'operation tideway' as UnknownId;

  test('keeps only the name and a count while the index is off, once a page', async () => {
    const counter = counterWith(NO_READING_INDEX);
    await meet(counter, 'news.example/secret', 'a');
    await meet(counter, 'news.example/secret', 'a');
    await meet(counter, 'news.example/other', 'b');
    const [row, ...more] = await library.database.unknowns.toArray();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id: TIDEWAY, articleCount: 2, sightings: [] });
    expect(JSON.stringify(row)).not.toMatch(/secret|other|Ships|https/);
  });

  test('keeps where it was met while the index is on, but not of a site left out', async () => {
    const counter = counterWith({ ...ON, offSites: ['off.example'] });
    await meet(counter, 'news.example/one', 'a');
    await meet(counter, 'off.example/two', 'b');
    const [row] = await listUnknowns(library);
    expect(row?.articleCount).toBe(2);
    expect(row?.sightings.map(({ url, sentence }) => [url, sentence])).toEqual([
      ['https://news.example/one', 'Ships left on Operation Tideway.'],
    ]);
  });

  test('sentences of an earlier version stay until they are forgotten, and the name stays then', async () => {
    await meet(counterWith(ON), 'news.example/one', 'a');
    library.time += 400 * DAY_MS;
    await pruneReadings(library, NO_READING_INDEX);
    expect((await countReadings(library)).inboxSources).toBe(1);
    await forgetAll(library);
    expect((await countReadings(library)).inboxSources).toBe(0);
    expect(await listUnknowns(library)).toEqual([expect.objectContaining({ id: TIDEWAY, articleCount: 1 })]);
  });

  test('an article that is forgotten takes its sentence out of the inbox', async () => {
    const counter = counterWith(ON);
    await meet(counter, 'news.example/one', 'a');
    await meet(counter, 'other.example/two', 'b');
    await forgetSite(library, 'other.example', siteOf);
    const [row] = await listUnknowns(library);
    expect(row?.sightings.map(({ url }) => url)).toEqual(['https://news.example/one']);
  });
});

const both = (text: string): [string, Parameters<typeof textOf>[2]] => [
  text,
  [
    ['Op Shader', shader],
    ['Ben Wallace', wallace],
    ['Iraq', iraq],
  ],
];

describe('what it says afterwards', () => {
  test('when a name was last met, and which sentences are new', async () => {
    await read(page('news.example/one', 'Courier'), ...both('Op Shader began in 2014. Ben Wallace spoke.'));
    library.time += 41 * DAY_MS;
    const here = {
      page: page('news.example/two'),
      sentences: ['Op Shader began in 2014.', 'Op Shader cost 1.7 billion.', 'Op Shader ends.'],
    };
    expect(await lastMet(library, shader, here)).toEqual({
      title: 'newsexampleone',
      site: 'Courier',
      daysAgo: 41,
      newHere: 2,
    });
    expect(await lastMet(library, shader, { ...here, page: page('news.example/one') })).toBeNull();
    expect(await lastMet(library, iraq, here)).toBeNull();
  });

  test('related articles with the rarest names as their reason, opening at the passage', async () => {
    for (let number = 0; number < 6; number++) {
      await read(page(`filler.example/${number}`, `Paper ${number}`), ...both('Rain fell in Iraq.'));
    }
    await read(page('a.example/1', 'A', '2015-01-01'), ...both('Ben Wallace on Op Shader in Iraq.'));
    const related = await relatedToPage(library, {
      page: page('news.example/now'),
      entityIds: [shader, wallace, iraq],
    });
    expect(related[0]).toEqual({
      title: 'aexample1',
      url: 'https://a.example/1#:~:text=Ben%20Wallace%20on%20Op%20Shader%20in%20Iraq.',
      site: 'A',
      published: '2015-01-01',
      reason: 'shares Ben Wallace and Operation Shader',
    });
    expect(related).toHaveLength(7);
  });

  test('for one name: what else its articles share with the page, else how often they name it', async () => {
    await read(page('a.example/1', 'A'), ...both('Op Shader. Op Shader. Op Shader.'));
    await read(page('b.example/1', 'B'), ...both('Op Shader, said Ben Wallace.'));
    const entity = await library.database.entities.get(shader);
    if (entity === undefined) throw new Error('the entity is there');
    const inFront = { page: page('news.example/now'), entityIds: [shader, wallace] };
    const related = await relatedToEntity(library, entity, null, inFront);
    expect(related.map(({ title, reason }) => [title, reason])).toEqual([
      ['bexample1', 'shares Ben Wallace'],
      ['aexample1', 'names it 3 times'],
    ]);
    const alone = await relatedToEntity(library, entity, null, null);
    expect(alone.map(({ reason }) => reason)).toEqual(['names it 3 times', 'names it once']);
  });

  test('an article that was both read and saved is listed once', async () => {
    const [text, names] = both('Op Shader in Iraq.');
    await read(page('a.example/1', 'A'), text, names);
    await saveArticle(library, page('a.example/1', 'A'), await textOf(library, text, names));
    const related = await relatedToPage(library, {
      page: page('news.example/now'),
      entityIds: [shader, iraq],
    });
    expect(related).toHaveLength(1);
    expect((await viewSightings(library, shader, null, true))?.articles).toBe(1);
  });

  test('months, companions and spellings of one name', async () => {
    const texts = ['Op Shader, Ben Wallace.', 'Operation Shader, Ben Wallace.', 'Op Shader, Iraq.'];
    for (const [index, text] of texts.entries()) {
      await read(page(`a.example/${index}`, index === 1 ? 'B' : 'A', `2025-1${index}-05`), text, [
        ['Op Shader', shader],
        ['Operation Shader', shader],
        ['Ben Wallace', wallace],
        ['Iraq', iraq],
      ]);
    }
    await read(page('a.example/9', 'A', '2025-11-20'), 'Op Shader, Ben Wallace.', [
      ['Op Shader', shader],
      ['Ben Wallace', wallace],
    ]);
    const inFront = { page: page('a.example/0', 'A'), entityIds: [shader], sentences: [] };
    const view = await viewSightings(library, shader, inFront, true);
    expect(view?.months.slice(-4).map(({ month, articles }) => [month, articles])).toEqual([
      ['2025-10', 1],
      ['2025-11', 2],
      ['2025-12', 1],
      ['2026-01', 0],
    ]);
    expect(view?.seenWith.map(({ name, articles }) => [name, articles])).toEqual([['Ben Wallace', 3]]);
    expect(view?.naming?.outlet).toEqual({
      site: 'A',
      spellings: [{ text: 'Op Shader', count: 3 }],
      total: 3,
    });
    expect(view?.naming?.others.spellings).toEqual([{ text: 'Operation Shader', count: 1 }]);
    expect(view?.latest).toHaveLength(3);
  });

  test('the view of an article that was read; saved, it survives forgetting', async () => {
    await read(page('news.example/one'), ...both('Op Shader. Op Shader in Iraq.'));
    const id = await articleIdOf(library, 'https://news.example/one');
    const context = { settings: ON, siteOf };
    expect(await viewArticle(library, id, context)).toMatchObject({
      host: 'news.example',
      saved: false,
      isKept: true,
      ofSite: 1,
      entities: [{ name: 'Operation Shader', count: 2 }, { name: 'Iraq' }],
    });
    await saveReading(library, id);
    await forgetArticle(library, id);
    expect(await viewArticle(library, id, context)).toMatchObject({ saved: true, read: null, ofSite: 0 });
    expect((await viewArticle(library, id, context))?.entities).toHaveLength(2);
    await expect(saveReading(library, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
