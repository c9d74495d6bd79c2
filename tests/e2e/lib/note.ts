import type { Page } from 'puppeteer-core';
import { NOTE } from '../../../components/words';
import { openPopup, type Popup } from './popup';
import type { Session } from './session';
import { until } from './wait';

/** Opens the popup over a page and one of the page's names in it. */
export async function openName(session: Session, page: Page, name: string): Promise<Popup> {
  const popup = await openPopup(session, page);
  await popup.click('button.item', name);
  return popup;
}

/** Writes a note on one of the page's names in the real popup and waits until it is saved. */
export async function writeNote(session: Session, page: Page, name: string, body: string): Promise<void> {
  const popup = await openName(session, page, name);
  await popup.type('textarea', body);
  await until(async () => (await popup.value('textarea')).includes(body), 'the note is typed');
  await popup.click('button.primary', NOTE.save);
  // Saved means shown outside the field, among the notes.
  await until(async () => (await popup.text()).includes(body), 'the note is saved');
  await popup.close();
}
