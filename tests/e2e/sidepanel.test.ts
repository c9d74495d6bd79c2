import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { openPopup } from './lib/popup';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** The side panel's page in the built extension: in a tab, where it is the same, and opened for real where that works. */
describe.each(UNDER_TEST)('the side panel in %s', (browser) => {
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

  test('shows the names of the tab that comes to the front', async () => {
    const panel = await session.openExtensionPage('/sidepanel.html');
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const says = (words: string): Promise<boolean> =>
      panel.evaluate((wanted) => document.body.textContent.includes(wanted), words);
    await until(() => says('Operation Shader'), 'the names of the page');
    const other = await session.open(`${server.origin}/empty`);
    await until(async () => !(await says('Operation Shader')), 'the names are gone on another tab');
    await page.bringToFront();
    await until(() => says('Operation Shader'), 'the names of the page again');
    await page.goto(`${server.origin}/empty`);
    await until(async () => !(await says('Operation Shader')), 'the names are gone after navigation');
    expect(await says('127.0.0.1')).toBe(true);
    await other.close();
    await panel.close();
  });
});

// Firefox opens it for a real click alone, which no automation of its popup gives.
describe.each(UNDER_TEST.filter((browser) => browser === 'chromium'))(
  'the real side panel in %s',
  (browser) => {
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

    test('opens from the popup', async () => {
      const page = await session.open(`${server.origin}/plain`);
      await waitForMarks(page);
      const popup = await openPopup(session, page);
      await popup.click('[aria-label="Open beside the page"]');
      const target = await session.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
      const panel = await target.asPage();
      await until(
        () => panel.evaluate(() => document.body.textContent.includes('Operation Shader')),
        'the names of the page',
      );
      expect(panel.url()).toBe(`${session.origin}/sidepanel.html`);
    });
  },
);
