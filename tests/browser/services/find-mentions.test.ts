import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlockMarks } from '@/utils/messaging/protocol';
import type { DocumentId, EntityId, Ticket } from '@/utils/model/ids';
import { KINDS } from '@/utils/model/kind';
import type { PageInfo, TextBlock } from '@/utils/model/page';
import { MARK_FIRST, MARK_UNKNOWN } from '@/utils/model/mark-flags';
import { Documents } from '@/utils/services/documents';
import { createEntity } from '@/utils/services/edit-entities';
import { saveNote } from '@/utils/services/edit-notes';
import { MentionFinder, MENTIONS_PER_NAME_MAX } from '@/utils/services/find-mentions';
import { NamesIndex } from '@/utils/services/names-index';
import {
  chooseRunnerUp,
  redeemTicket,
  rejectMention,
  requestCard,
  undoReject,
} from '@/utils/services/open-card';
import { Tickets, type EntityRight, type SessionStore } from '@/utils/services/tickets';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const TAB = 7;
const DOCUMENT = 'doc' as DocumentId;
const PAGE: PageInfo = {
  url: 'https://news.example/story',
  title: 'A story',
  site: 'News',
  language: 'en',
  published: '2020-12-10',
  section: '',
};
const OPERATION = KINDS.indexOf('operation');

function memoryStore(): SessionStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
    keys: async () => [...values.keys()],
  };
}

const addTyphoon = (library: TestLibrary, name: string, summary: string): Promise<EntityId> =>
  createEntity(library, {
    name,
    kind: 'equipment',
    aliases: [{ text: 'Typhoon', case: 'auto', strength: 'weak' }],
    summary,
  });

const host = (url: string): string => new URL(url).hostname;

describe('MentionFinder', () => {
  let library: TestLibrary = testLibrary();
  let index = new NamesIndex(library, () => Promise.resolve());
  let documents = new Documents();
  let finder = new MentionFinder(library, index, documents, async () => 'balanced', host);
  let tickets = new Tickets(memoryStore(), library.now, library.newId);
  let texts = new Map<number, string>();

  /** A worker's life begins: nothing is left but the database. */
  const wake = (): void => {
    index = new NamesIndex(library, () => Promise.resolve());
    documents = new Documents();
    finder = new MentionFinder(library, index, documents, async () => 'balanced', host);
  };

  beforeEach(() => {
    library = testLibrary();
    tickets = new Tickets(memoryStore(), library.now, library.newId);
    texts = new Map();
    wake();
  });
  afterEach(() => library.database.delete());

  const send = (
    blocks: readonly TextBlock[],
    more: { readonly fresh?: boolean; readonly gone?: number[] } = {},
  ): Promise<BlockMarks[] | null> => {
    for (const { id, text } of blocks) texts.set(id, text);
    return finder.find(TAB, { documentId: DOCUMENT, page: PAGE, blocks, gone: [], fresh: false, ...more });
  };
  const page = (...paragraphs: string[]): Promise<BlockMarks[] | null> =>
    send(
      paragraphs.map((text, id) => ({ id, text })),
      { fresh: true },
    );
  /** What is lit, as texts. */
  const lit = (answer: readonly BlockMarks[] | null): string[] =>
    (answer ?? []).flatMap(({ block, marks }) =>
      marks.flatMap((start, at) =>
        at % 4 === 0 ? [texts.get(block)?.slice(start, marks[at + 1]) ?? ''] : [],
      ),
    );
  const typhoons = async (): Promise<[EntityId, EntityId]> => [
    await addTyphoon(library, 'Eurofighter Typhoon', 'Twin-engine fighter jet flown by the Royal Air Force.'),
    await addTyphoon(library, 'Typhoon-class submarine', 'Nuclear submarine of the Soviet Navy.'),
  ];

  test('marks names with kind and first mention', async () => {
    await addEntity(library, 'Operation Shader');
    const answer = await page('Operation Shader goes on.', 'Nothing here.', 'So does Operation Shader.');
    expect(answer).toEqual([
      { block: 0, marks: [0, 16, OPERATION, MARK_FIRST] },
      { block: 2, marks: [8, 24, OPERATION, 0] },
    ]);
  });

  test('answers only what changed', async () => {
    await addEntity(library, 'Operation Shader');
    await page('Operation Shader goes on.', 'So does Operation Shader.');
    expect(await send([{ id: 2, text: 'Late news of Operation Shader.' }])).toEqual([
      { block: 2, marks: [13, 29, OPERATION, 0] },
    ]);
    // The first mention left: the next one is the first now.
    expect(await send([], { gone: [0] })).toEqual([{ block: 1, marks: [8, 24, OPERATION, MARK_FIRST] }]);
  });

  test('tells a block that is sent again that its marks are gone', async () => {
    await addEntity(library, 'Operation Shader');
    await page('Operation Shader goes on.');
    expect(await send([{ id: 0, text: 'It was called off.' }])).toEqual([{ block: 0, marks: [] }]);
  });

  test('evidence in a late paragraph lights what waited for it', async () => {
    await typhoons();
    expect(lit(await page('The Typhoon made its way to the coast.'))).toEqual([]);
    const answer = await send([
      { id: 1, text: 'Each Eurofighter Typhoon of the Royal Air Force carries missiles.' },
    ]);
    expect(lit(answer)).toContain('Eurofighter Typhoon');
    expect(answer?.map(({ block }) => block)).toContain(0);
  });

  test('a worker that lost the page asks for all of it', async () => {
    await addEntity(library, 'Operation Shader');
    await page('Operation Shader goes on.');
    wake();
    expect(await send([{ id: 1, text: 'More of Operation Shader.' }])).toBeNull();
    expect(lit(await page('Operation Shader goes on.'))).toEqual(['Operation Shader']);
  });

  test('a woken worker reads compiled names instead of compiling them', async () => {
    await addEntity(library, 'Operation Shader');
    await page('Operation Shader goes on.');
    const stored = await library.database.compiled.get('names');
    expect(stored?.bytes.byteLength).toBeGreaterThan(0);
    wake();
    await library.database.entities.toCollection().modify({ name: 'Changed behind its back' });
    expect(lit(await page('Operation Shader goes on.'))).toEqual(['Operation Shader']);
  });

  test('a new name lights up once the names are fresh', async () => {
    await page('Operation Shader goes on.');
    await addEntity(library, 'Shader Ridge', 'place');
    await index.refresh();
    expect(lit(await page('They met at Shader Ridge.'))).toEqual(['Shader Ridge']);
  });

  test('damaged compiled names are compiled anew', async () => {
    await addEntity(library, 'Operation Shader');
    const { revision } = await index.current();
    await library.database.compiled.put({ id: 'names', revision, bytes: new ArrayBuffer(12) });
    wake();
    expect(lit(await page('Operation Shader goes on.'))).toEqual(['Operation Shader']);
  });

  test('a name that fills the page goes quiet but for its first mention', async () => {
    await addEntity(library, 'Operation Shader');
    const answer = await page(
      Array.from({ length: MENTIONS_PER_NAME_MAX + 1 }, () => 'Operation Shader.').join(' '),
    );
    expect(lit(answer)).toEqual(['Operation Shader']);
    expect([...(documents.get(TAB, DOCUMENT)?.muted.values() ?? [])]).toEqual([MENTIONS_PER_NAME_MAX + 1]);
  });

  test('an operation that nobody saved is told apart', async () => {
    expect(await page('Sailors on Operation Tideway searched ships.')).toEqual([
      { block: 0, marks: [11, 28, OPERATION, MARK_FIRST + MARK_UNKNOWN] },
    ]);
  });

  describe('a card', () => {
    const place = { documentId: DOCUMENT, block: 0, start: 0, end: 16 };
    const ask = (where = place): Promise<Ticket | null> =>
      requestCard(library, documents, tickets, TAB, where, 'news.example');

    test('holds the entity, its latest note and the reason', async () => {
      const entityId = await addEntity(library, 'Operation Shader');
      await saveNote(library, { entityId, noteId: null, body: 'Call the desk.' });
      await page('Operation Shader goes on.');
      const { card } = await redeemTicket(library, tickets, (await ask()) ?? ('' as Ticket), TAB);
      expect(card).toMatchObject({
        type: 'entity',
        name: 'Operation Shader',
        latestNote: { body: 'Call the desk.' },
        reasons: [{ type: 'strong', alias: 'Operation Shader' }],
        day: '2020-12-10',
      });
    });

    test('is refused where no mention stands', async () => {
      await addEntity(library, 'Operation Shader');
      await page('Operation Shader goes on.');
      expect(await ask({ ...place, end: 15 })).toBeNull();
      expect(await ask({ ...place, block: 4 })).toBeNull();
    });

    test('that says “not this” darkens the name here, and undo lights it again', async () => {
      await addEntity(library, 'Operation Shader');
      await page('Operation Shader goes on.');
      const { right } = await tickets.redeem((await ask()) ?? ('' as Ticket), TAB);
      await rejectMention(library, right as EntityRight, 'page');
      finder.forget();
      expect(lit(await page('Operation Shader goes on.'))).toEqual([]);
      await undoReject(library, right as EntityRight, 'page');
      finder.forget();
      expect(lit(await page('Operation Shader goes on.'))).toEqual(['Operation Shader']);
    });

    test('of a name with two senses offers the other, and remembers the choice', async () => {
      const [, submarine] = await typhoons();
      const text = 'The Eurofighter Typhoon is a jet of the Royal Air Force. A Typhoon landed.';
      const start = text.lastIndexOf('Typhoon');
      const where = { ...place, start, end: start + 7 };
      await page(text);
      const { right } = await tickets.redeem((await ask(where)) ?? ('' as Ticket), TAB);
      expect((right as EntityRight).runnerUpId).toBe(submarine);
      await chooseRunnerUp(library, right as EntityRight);
      finder.forget();
      await page(text);
      const again = await tickets.redeem((await ask(where)) ?? ('' as Ticket), TAB);
      expect((again.right as EntityRight).entityId).toBe(submarine);
    });
  });
});
