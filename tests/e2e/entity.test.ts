import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark } from '../../scripts/lib/card';
import { readMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { ENTITY } from '../../components/entity-words';
import { FACT } from '../../components/fact-words';
import { NOTE_MORE } from '../../components/note-words';
import { ENTRY, NOTE } from '../../components/words';
import { UNDER_TEST } from './lib/browsers';
import { openName, writeNote } from './lib/note';
import { NEW_NAME, servePages } from './lib/pages';
import { openPopup } from './lib/popup';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** What a reader does to one name, in the real popup. */
describe.each(UNDER_TEST)('one name in %s', (browser) => {
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

  test('a fact is in the card as it stood on the article’s day, with now beside it', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const popup = await openName(session, page, 'Operation Shader');
    await popup.click('button', FACT.add);
    await popup.type('.factform [name=slot]', 'Commander');
    await popup.type('.factform [name=value]', 'Air Commodore Row');
    await popup.type('.factform [name=from]', '2020-06');
    await popup.type('.factform [name=to]', '2021-03-31');
    await until(async () => (await popup.text()).includes(NOTE.kept), 'the form is kept');
    await popup.close();

    const again = await openName(session, page, 'Operation Shader');
    expect(await until(() => again.value('.factform [name=value]'), 'the form is back')).toBe(
      'Air Commodore Row',
    );
    await again.click('.factform button.primary', FACT.save);
    await until(
      async () =>
        (await again.text()).includes('Air Commodore Row') && !(await again.text()).includes(FACT.save),
      'the fact is saved',
    );
    await again.close();
    const card = await hoverMark(page, 'Operation Shader');
    expect(card?.text).toContain('Air Commodore Row');
    expect(card?.text).toContain('until 31 Mar 2021');
    await page.close();
  });

  test('a note that was edited shows its earlier words and goes back to them', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    await writeNote(session, page, 'Iraq', 'The desk said no.');
    const popup = await openName(session, page, 'Iraq');
    await popup.click('.notes button', NOTE.edit);
    await popup.type('textarea', ' Then it said yes.');
    await popup.click('button.primary', NOTE.save);
    await until(async () => (await popup.text()).includes('Then it said yes.'), 'the edit is saved');
    await popup.click(`.notes [title="${NOTE_MORE.history}"]`);
    await popup.click('.history button');
    await until(async () => (await popup.text()).includes(NOTE_MORE.restore), 'the states are compared');
    await popup.click('.history .btns button', NOTE_MORE.restore);
    await until(async () => (await popup.text()).includes(NOTE_MORE.restored), 'the earlier words are back');
    await popup.close();
    const text = (await hoverMark(page, 'Iraq'))?.text;
    expect(text).toContain('The desk said no.');
    expect(text).not.toContain('Then it said yes.');
    await page.close();
  });

  test('a name that is deleted goes dark, and undo lights it again with its note', async () => {
    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const isLit = async (): Promise<boolean> => (await readMarks(page)).some(({ text }) => text === NEW_NAME);
    const made = await openPopup(session, page);
    await made.type('input', NEW_NAME);
    await made.click('.newname button', NEW_NAME);
    await made.type('textarea', 'Met at the base.');
    await made.click('button.primary', NOTE.save);
    await until(isLit, 'the name is lit');
    await until(async () => (await made.text()).includes(NOTE.edit), 'the note is saved');
    await made.close();

    const popup = await openName(session, page, NEW_NAME);
    await popup.click(`[title="${ENTITY.edit}"]`);
    await popup.click('button', ENTITY.delete);
    await until(
      async () => (await popup.text()).includes(ENTITY.deleted(NEW_NAME)),
      'the way back is offered',
    );
    await until(async () => !(await isLit()), 'the name is dark');
    await popup.click('.undo button', ENTRY.undo);
    await until(isLit, 'the name is lit again');
    await popup.close();
    expect((await hoverMark(page, NEW_NAME))?.text).toContain('Met at the base.');
    await page.close();
  });
});
