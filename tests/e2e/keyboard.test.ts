import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCard, waitForCard } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { dispatchInWorker } from './lib/dispatch';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

/**
 * What the keyboard commands do. No automation presses a real shortcut of the browser; Chromium's worker can be handed the
 * event that it would get. In Firefox the handler is covered by unit tests only.
 */
describe.runIf(UNDER_TEST.includes('chromium'))('keyboard commands', () => {
  let session: Session;
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start('chromium');
    page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });
  const press = (command: string): Promise<void> =>
    dispatchInWorker(session, { type: 'command', name: command });
  const hasRing = (): Promise<boolean> =>
    page.evaluate(() =>
      [...document.documentElement.children].some((child) => child.localName.startsWith('x-')),
    );

  test('a worker that was stopped still goes to the next name', async () => {
    await session.stopBackground();
    expect(await hasRing()).toBe(false);
    await press('next-name');
    await until(hasRing, 'the name has a ring');
  });

  test('the card opens with the focus in it, Esc closes it and gives the focus back', async () => {
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'mine';
      document.body.prepend(button);
      button.focus();
    });
    await press('open-card');
    const card = await waitForCard(page);
    expect(card?.text).not.toBe('');
    await until(
      () => card?.frame.evaluate(() => document.activeElement?.matches('.card')),
      'the card has the focus',
    );
    await page.keyboard.press('Escape');
    await until(async () => (await readCard(page)) === null, 'the card is closed');
    await until(() => page.evaluate(() => document.activeElement?.id === 'mine'), 'the focus is back');
  });

  test('marks go and come back', async () => {
    await press('toggle-marks');
    await until(async () => (await readMarks(page)).length === 0, 'the page is dark');
    expect(await page.evaluate(() => CSS.highlights.size), 'nothing is left for the page to see').toBe(0);
    await press('toggle-marks');
    await until(async () => (await readMarks(page)).length > 0, 'the page is lit');
  });
});
