import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateWords } from '../../components/state-words';
import { hoverMark } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import type { PageState } from '../../utils/model/page';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { openPopup } from './lib/popup';
import { Session } from './lib/session';
import { delay, until } from './lib/wait';

/** The most ranges that are registered at once: each taxes every frame that changes the page. */
const REGISTERED_MAX = 300;

const INTERNAL_PAGE = { chromium: 'chrome://version', firefox: 'about:license' } as const;

/** Pages that are no quiet article: they keep working, and the popup says what happened. */
describe.each(UNDER_TEST)('bad pages in %s', (browser) => {
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

  /** The headline of the popup over a tab: once it says one of the states' titles, that title. */
  async function popupTitle(
    page: Awaited<ReturnType<Session['open']>>,
    ...states: readonly PageState[]
  ): Promise<string | undefined> {
    const popup = await openPopup(session, page);
    const titles = states.map((state) => stateWords(state, null).title);
    const title = await until(
      async () => {
        const text = await popup.text();
        return titles.find((candidate) => text.includes(candidate));
      },
      `the popup says ${titles.join(' or ')}`,
    );
    await popup.close();
    return title;
  }

  test('a page of 5 MB lights up near the viewport and stays usable', async () => {
    const page = await session.open(`${server.origin}/huge`);
    const marks = await waitForMarks(page, 1, 30_000);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThanOrEqual(REGISTERED_MAX);
    expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBeGreaterThan(10_000);
    expect((await hoverMark(page, 'Operation Shader', 0, 20_000))?.text).toContain('Operation Shader');
    await page.close();
  });

  test('a page without text says so', async () => {
    const page = await session.open(`${server.origin}/empty`);
    expect(await popupTitle(page, 'no-text', 'not-article')).toBeDefined();
    await page.close();
  });

  test('a page that rewrites itself every 50 ms goes on doing so', async () => {
    const page = await session.open(`${server.origin}/busy`);
    const turns = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { turns: number }).turns);
    await until(async () => (await turns()) > 20, 'the page has rewritten itself a while');
    const before = await turns();
    await delay(2000);
    // 40 turns are due; half of them leaves room for a busy machine.
    expect((await turns()) - before).toBeGreaterThan(20);
    const popup = await openPopup(session, page);
    await until(async () => (await popup.text()).trim() !== '', 'the popup opens');
    await popup.close();
    await page.close();
  });

  test.each(['strict', 'isolated'])('a page with a %s policy lights up and shows cards', async (path) => {
    const page = await session.open(`${server.origin}/${path}`);
    expect((await waitForMarks(page)).map(({ text }) => text)).toContain('Daesh');
    expect((await hoverMark(page, 'Daesh'))?.text).toContain('Islamic State');
    await page.close();
  });

  test('an empty tab and a page of the browser stay dark, and the popup says why', async () => {
    const blank = await session.open('about:blank');
    expect(await popupTitle(blank, 'closed', 'no-text')).toBeDefined();
    await blank.close();
    const internal = await session.browser.newPage();
    await internal.goto(INTERNAL_PAGE[browser], { timeout: 3000 }).catch(() => undefined);
    expect(await popupTitle(internal, 'closed')).toBe(stateWords('closed', null).title);
    await internal.close();
  });

  test('a PDF stays dark, and the popup says why', async () => {
    const page = await session.browser.newPage();
    // Viewers take the page over, which automation sees as a navigation that broke off.
    await page.goto(`${server.origin}/paper.pdf`, { timeout: 3000 }).catch(() => undefined);
    expect(await popupTitle(page, 'closed', 'no-text', 'not-article')).toBeDefined();
    await page.close();
  });

  test('nothing is lit where nothing is known', async () => {
    const page = await session.open(`${server.origin}/empty`);
    await delay(500);
    expect(await readMarks(page)).toEqual([]);
    await page.close();
  });
});
