import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import type { Call, Reply } from '../../utils/messaging/wire';
import { UNDER_TEST } from './lib/browsers';
import type { ExtensionGlobals } from './lib/extension-globals';
import { servePages } from './lib/pages';
import { Session } from './lib/session';

const MALFORMED: readonly (readonly [string, Call])[] = [
  ['an unknown call', { door: 'panel', call: 'dropDatabase', request: {} }],
  ['a name of the prototype', { door: 'panel', call: 'constructor', request: {} }],
  ['a request of the wrong shape', { door: 'panel', call: 'saveNote', request: { entityId: 7, body: [] } }],
  ['a request with more than it may have', { door: 'panel', call: 'getStatus', request: { extra: 1 } }],
  ['no request', { door: 'panel', call: 'saveNote', request: null }],
  [
    'a kind that there is none of',
    {
      door: 'panel',
      call: 'createEntity',
      request: { name: 'X', kind: 'dragon', aliases: [], summary: '' },
    },
  ],
];

/** The doors of the background: who may use them, and what happens to nonsense. */
describe.each(UNDER_TEST)('messages in %s', (browser) => {
  let session: Session;
  let server: Server;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(browser);
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });

  test.each(MALFORMED)('%s is refused as malformed', async (_what, message) => {
    expect(await session.call(message)).toMatchObject({ ok: false, code: 'malformed' });
  });

  test('an unknown entity is not found, and nothing is written', async () => {
    const before = await session.call({ door: 'panel', call: 'getStatus', request: {} });
    const reply = await session.call({
      door: 'panel',
      call: 'saveNote',
      request: { entityId: 'starter/no-such-thing', noteId: null, body: 'lost' },
    });
    expect(reply).toMatchObject({ ok: false, code: 'not-found' });
    expect(await session.call({ door: 'panel', call: 'getStatus', request: {} })).toEqual(before);
  });

  test('a ticket that nobody was given opens no card', async () => {
    const reply = await session.call({
      door: 'card',
      call: 'redeemTicket',
      request: { ticket: '000000000000000' },
    });
    expect(reply.ok).toBe(false);
  });

  test('a page has no way to the background', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const outcome = await page.evaluate(async () => {
      const { chrome } = globalThis as unknown as Partial<ExtensionGlobals>;
      if (chrome?.runtime?.sendMessage === undefined) return 'no runtime';
      return chrome.runtime.sendMessage({ door: 'panel', call: 'getStatus', request: {} }).then(
        () => 'answered',
        () => 'refused',
      );
    });
    expect(outcome).not.toBe('answered');
    await page.close();
  });
});

/** Firefox gives automation no way into a content script; unit tests hold the same rules for both. */
describe.each(UNDER_TEST.filter((browser) => browser === 'chromium'))('a content script in %s', (browser) => {
  let session: Session;
  let server: Server;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(browser);
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });

  test('may not use the doors of panels and cards', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const realm = page.extensionRealms()[0];
    const ask = (message: Call): Promise<Reply> | undefined =>
      realm?.evaluate(
        (sent) => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(sent),
        message as unknown as Record<string, unknown>,
      );
    for (const message of [
      { door: 'panel', call: 'getStatus', request: {} },
      { door: 'panel', call: 'searchEntities', request: { query: 'a' } },
      { door: 'card', call: 'redeemTicket', request: { ticket: '000000000000000' } },
    ] satisfies Call[]) {
      expect(await ask(message)).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(
      await ask({ door: 'page', call: 'hello', request: { url: `${server.origin}/plain` } }),
    ).toMatchObject({
      ok: true,
    });
    await page.close();
  });
});
