import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

/**
 * What stays on open pages when the extension goes, as it does for a moment at every update: nothing. Firefox ends content
 * scripts together with their extension, before any of their code could clean up: there the marks stay until the page is
 * left, without a card.
 */
describe.each(UNDER_TEST.filter((browser) => browser === 'chromium'))(
  'a page without its extension in %s',
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

    test('loses its marks and the host of the card', async () => {
      const page = await session.open(`${server.origin}/plain`);
      expect((await waitForMarks(page)).length).toBeGreaterThan(0);
      expect(await hoverMark(page, 'Daesh')).not.toBeNull();
      const hostCount = (): Promise<number> =>
        page.evaluate(() => document.querySelectorAll('html > :not(head, body)').length);
      expect(await hostCount()).toBe(1);

      await session.uninstall();
      await page.mouse.move(400, 500, { steps: 3 });
      await until(async () => (await readMarks(page)).length === 0, 'the marks are gone');
      await until(async () => (await hostCount()) === 0, 'the host is gone');
      expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('On patrol');
    });
  },
);
