import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark } from '../../scripts/lib/card';
import { waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import type { ReadingIndexView } from '../../utils/messaging/reading-calls';
import type { Reply } from '../../utils/messaging/wire';
import { UNDER_TEST } from './lib/browsers';
import type { ExtensionGlobals } from './lib/extension-globals';
import { openName } from './lib/note';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { delay, until } from './lib/wait';

/** What is kept, as a page of the extension is told. */
async function indexIn(page: Page): Promise<ReadingIndexView> {
  const reply = await page.evaluate(
    (message): Promise<Reply> =>
      (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(message),
    { door: 'panel', call: 'getReadingIndex', request: {} },
  );
  if (!reply.ok) throw new Error(reply.code);
  return reply.value as ReadingIndexView;
}

const clickIn = (page: Page, selector: string, text = ''): Promise<void> =>
  until(
    () =>
      page.evaluate(
        (css, wanted) => {
          const all = [...document.querySelectorAll<HTMLElement>(css)];
          const found = all.find((node) => node.textContent.includes(wanted));
          found?.click();
          return found !== undefined;
        },
        selector,
        text,
      ),
    `${selector} with "${text}" can be pressed`,
  ).then(() => undefined);

/** Longer than a page's names take to settle and to be written: what has not come by then does not come. */
const WRITTEN_MS = 3_000;

/** The reading index: off until asked for, kept and told while on, forgotten with one click. */
describe.each(UNDER_TEST)('the reading index in %s', (browser) => {
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

  test('from off over two articles to forgetting all', async () => {
    // Off: reading leaves nothing, and the inbox no address.
    const first = await session.open(`${server.origin}/unknown`);
    await waitForMarks(first);
    await delay(WRITTEN_MS);
    const settings = await session.openExtensionPage('/options.html');
    expect(await indexIn(settings)).toMatchObject({ articles: 0, inboxSources: 0 });
    await first.close();

    // On, by the reader's own switch in the settings.
    await clickIn(settings, '#reading-index [role=switch]');
    await until(async () => (await indexIn(settings)).settings.on, 'the index is on');
    await settings.close();
    const courier = await session.open(`${server.origin}/courier`);
    await waitForMarks(courier);
    await delay(WRITTEN_MS);
    const gazette = await session.open(`${server.origin}/gazette`);
    await waitForMarks(gazette);

    // The card of the second article knows of the first.
    const card = await hoverMark(gazette, 'Operation Shader');
    expect(card?.text).toContain('Last met earlier today in The Northern Courier. New here: 1 sentence.');
    await gazette.keyboard.press('Escape');

    // So does the popup, with the way to the first article and why.
    const popup = await openName(session, gazette, 'Operation Shader');
    await until(async () => (await popup.text()).includes('Last met'), 'the popup tells of it');
    const text = await popup.text();
    expect(text).toContain('Last met earlier today in “On patrol”, The Northern Courier');
    expect(text).toMatch(/shares [\w -]+ and [\w -]+/);
    await popup.close();

    // Forgotten with one click, and not kept again by the tabs that are still open.
    const again = await session.openExtensionPage('/options.html');
    await until(async () => (await indexIn(again)).articles === 2, 'both articles are kept');
    await clickIn(again, '#reading-index .danger', 'Forget all 2 articles');
    await until(async () => (await indexIn(again)).articles === 0, 'all is forgotten');
    await again.close();
    await gazette.reload();
    await waitForMarks(gazette);
    expect((await hoverMark(gazette, 'Operation Shader'))?.text).not.toContain('Last met');
    await delay(WRITTEN_MS);
    const last = await session.openExtensionPage('/options.html');
    expect((await indexIn(last)).articles).toBe(0);
    await last.close();
    await gazette.close();
    await courier.close();
  });
});
