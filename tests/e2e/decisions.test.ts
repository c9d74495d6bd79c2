import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark, readCard } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** Presses a button of the card. By its own click: the mouse of automation is refused while a menu is still being laid out. */
async function press(frame: Frame, words: string): Promise<void> {
  const handle = await frame.waitForSelector(`::-p-text(${words})`);
  await handle?.evaluate((element) => (element as HTMLElement).closest('button')?.click());
}

/** What a card's buttons do to the page under it. */
describe.each(UNDER_TEST)('deciding in %s', (browser) => {
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

  test('“not this” darkens a name at once, and undo lights it again', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const isLit = async (name: string): Promise<boolean> =>
      (await readMarks(page)).some(({ text }) => text === name);
    const card = await hoverMark(page, 'Daesh');
    if (card === null) throw new Error('no card');
    await press(card.frame, 'Not this');
    await press(card.frame, 'In this article');
    await until(async () => !(await isLit('Daesh')), 'the name is dark');
    // The page is read again as a whole: the other names are back within the same moment.
    await until(() => isLit('Operation Shader'), 'the other names stay lit');
    expect((await readCard(page))?.text, 'the card stays for the undo').toContain('Ignored “Daesh”');
    await press(card.frame, 'Undo');
    await until(() => isLit('Daesh'), 'the name is lit again');
    await page.close();
  });

  test('an operation that nobody has saved is marked, and saved from its card', async () => {
    const page = await session.open(`${server.origin}/unknown`);
    await waitForMarks(page);
    const card = await hoverMark(page, 'Op TIDEWAY');
    expect(card?.text).toContain('Operation Tideway');
    expect(card?.text).toContain('not in your library');
    if (card === null) throw new Error('no card');
    await press(card.frame, 'Save');
    await until(
      async () => (await readCard(page))?.text.includes('Saved “Operation Tideway”') === true,
      'the card says that it is saved',
    );
    await page.mouse.move(1, 1);
    await until(async () => (await readCard(page)) === null, 'the card is closed');
    expect((await hoverMark(page, 'Op TIDEWAY'))?.text).toContain('operation');
    expect((await hoverMark(page, 'Operation Tideway'))?.text).not.toContain('not in your library');
    await page.close();
  });
});
