import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { openName, writeNote } from './lib/note';
import { NEW_NAME, servePages } from './lib/pages';
import { openPopup } from './lib/popup';
import { Session } from './lib/session';
import { until } from './lib/wait';

const NOTE_TEXT = 'Asked the press office on Monday; no answer yet.';
const DRAFT_TEXT = 'Half a thought about';

/** Saving a note in the real action popup, and finding it again everywhere. */
describe.each(UNDER_TEST)('notes in %s', (browser) => {
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

  test('a note from the popup is in the card of every tab, and there after a restart', async () => {
    const other = await session.open(`${server.origin}/second`);
    await waitForMarks(other);
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);

    await writeNote(session, page, 'Operation Shader', NOTE_TEXT);
    expect((await hoverMark(page, 'Operation Shader'))?.text).toContain(NOTE_TEXT);
    expect((await hoverMark(other, 'Operation Shader'))?.text).toContain(NOTE_TEXT);

    await session.stopBackground();
    expect((await hoverMark(page, 'Operation Shader', 1))?.text, 'after the background stopped').toContain(
      NOTE_TEXT,
    );

    await session.restart();
    const again = await session.open(`${server.origin}/plain`);
    await waitForMarks(again);
    expect((await hoverMark(again, 'Operation Shader'))?.text, 'after a restart').toContain(NOTE_TEXT);
  });

  test('a name that is saved in the popup lights up in every tab', async () => {
    const other = await session.open(`${server.origin}/second`);
    await waitForMarks(other);
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const isLit = async (tab: typeof page): Promise<boolean> =>
      (await readMarks(tab)).some(({ text }) => text === NEW_NAME);
    expect(await isLit(page)).toBe(false);

    const popup = await openPopup(session, page);
    await popup.type('input', NEW_NAME);
    await popup.click('.newname button', NEW_NAME);
    await until(() => isLit(page), 'the page is repainted');
    await popup.close();
    await other.bringToFront();
    await until(() => isLit(other), 'the other tab is repainted');
    expect((await hoverMark(other, NEW_NAME))?.text).toContain(NEW_NAME);
  });

  test('a draft survives the popup', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const popup = await openName(session, page, 'Iraq');
    await popup.type('textarea', DRAFT_TEXT);
    await until(async () => (await popup.text()).includes('Draft kept'), 'the draft is kept');
    await popup.close();
    const again = await openName(session, page, 'Iraq');
    expect(await until(() => again.value('textarea'), 'the editor has the draft')).toBe(DRAFT_TEXT);
    await again.close();
  });
});
