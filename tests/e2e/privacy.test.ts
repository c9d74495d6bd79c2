import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark, readCard } from '../../scripts/lib/card';
import { waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { writeNote } from './lib/note';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { spyFor } from './lib/spy';
import { until } from './lib/wait';

/** Words that stand nowhere but in the note. */
const SECRET = 'quokka zanzibar seven';

/** What a page can learn: nothing of the notes, and nothing of it changes but for one host element. */
describe.each(UNDER_TEST)('privacy in %s', (browser) => {
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

  test('a spying page finds no note, no key and no frame while the card is open', async () => {
    const page = await session.open(`${server.origin}/spy`);
    await waitForMarks(page);
    await writeNote(session, page, 'Operation Shader', SECRET);
    const card = await hoverMark(page, 'Operation Shader');
    expect(card?.text, 'the card shows the note').toContain(SECRET);

    // Chromium's id is the same for everybody; Firefox draws a new host for every installation.
    const guessable = browser === 'chromium' ? `${session.origin}/card.html` : null;
    const spied = await spyFor(page, SECRET, guessable);
    expect(await readCard(page), 'the card is open while the page spies').not.toBeNull();
    expect(spied.find).toBe(false);
    expect(spied.selection).not.toContain(SECRET);
    expect(spied.selection).toContain('On patrol');
    expect(spied.markup).not.toContain(SECRET);
    expect(spied.markup).not.toContain('-extension://');
    expect(spied.highlights.join('\n')).not.toContain(SECRET);
    expect(spied.messages).toEqual([]);
    expect(spied.keys).toEqual([]);
    expect(spied.frameCount).toBe(0);
    expect(spied.resources.filter((name) => name.includes('extension:'))).toEqual([]);
    expect(spied.fetched).toBe(false);
    expect(spied.added.length, `the page saw ${spied.added.join(' ')} arrive`).toBeLessThanOrEqual(1);
    await page.close();
  });

  test('keys that are pressed in the card do not reach the page', async () => {
    const page = await session.open(`${server.origin}/spy`);
    await waitForMarks(page);
    const card = await hoverMark(page, 'Operation Shader');
    expect(card).not.toBeNull();
    await card?.frame.evaluate(() => {
      window.focus();
      document.querySelector('button')?.focus();
      window.addEventListener('keydown', ({ key }) => {
        document.documentElement.dataset['heard'] = key;
      });
    });
    await page.keyboard.press('q');
    const heard = await card?.frame.evaluate(() => document.documentElement.dataset['heard']);
    expect(heard, 'the card hears the key').toBe('q');
    expect(await keysSeen(page)).toEqual([]);
    await page.close();
  });

  test('the page is the same with and without the extension but for one host element', async () => {
    const bare = await Session.start(browser, { extension: false });
    try {
      const without = await htmlWhenSettled(bare, `${server.origin}/plain`);
      const page = await session.open(`${server.origin}/plain`);
      await waitForMarks(page);
      expect(await htmlOf(page), 'before the first card').toBe(without);

      expect(await hoverMark(page, 'Operation Shader')).not.toBeNull();
      const [children, rest] = await page.evaluate(() => {
        const root = document.documentElement;
        const hosts = [...root.children].filter(
          (child) => child !== document.head && child !== document.body,
        );
        const copy = root.cloneNode(true) as HTMLElement;
        for (const child of copy.querySelectorAll(':scope > :not(head, body)')) child.remove();
        return [hosts.length, copy.outerHTML] as const;
      });
      expect(children).toBe(1);
      expect(rest).toBe(without);
    } finally {
      await bare.close();
    }
  });
});

type TestPage = Awaited<ReturnType<Session['open']>>;

function keysSeen(page: TestPage): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { spied: { keys: string[] } }).spied.keys);
}

function htmlOf(page: TestPage): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML);
}

async function htmlWhenSettled(session: Session, url: string): Promise<string> {
  const page = await session.open(url);
  return until(() => htmlOf(page), 'the page has loaded');
}
