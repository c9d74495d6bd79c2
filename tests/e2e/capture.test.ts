import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTITY } from '../../components/entity-words';
import { NOTE } from '../../components/words';
import { hoverMark } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { dispatchInWorker } from './lib/dispatch';
import { NEW_NAME, servePages } from './lib/pages';
import { openPopup, popupAfter } from './lib/popup';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** From a selection to a name with a note. Only Chromium's menu events can be given by a test. */
describe.runIf(UNDER_TEST.includes('chromium'))('capturing a selection', () => {
  let session: Session;
  let server: Server;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start('chromium');
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });

  test('the menu opens the form, and what is saved lights up with its passage', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    await page.evaluate((name) => {
      const text = document.querySelector('p')?.firstChild;
      const start = text?.textContent?.indexOf(name) ?? -1;
      if (text) getSelection()?.setBaseAndExtent(text, start, text, start + name.length);
    }, NEW_NAME);
    const popup = await popupAfter(session, page, () =>
      dispatchInWorker(session, { type: 'menu', text: NEW_NAME }),
    );
    await until(async () => (await popup.value('input')) === NEW_NAME, 'the name is in the form');
    expect(await popup.text()).toContain('gives the same answer every time');
    await popup.type('textarea', 'Met at the base.');
    await until(async () => (await popup.text()).includes(NOTE.kept), 'the form is kept');
    await popup.close();

    const again = await openPopup(session, page);
    await again.click('.strip button', ENTITY.goOn);
    await until(async () => (await again.value('textarea')) === 'Met at the base.', 'the form is back');
    await again.click('button.primary');
    await until(
      async () => (await readMarks(page)).some(({ text }) => text === NEW_NAME),
      'the page is repainted',
    );
    await again.close();
    const card = await hoverMark(page, NEW_NAME);
    expect(card?.text).toContain('Met at the base.');
    expect(card?.text).toContain('gives the same answer every time');
  });
});
