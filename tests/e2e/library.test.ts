import { existsSync, mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../../utils/messaging/wire';
import { UNDER_TEST } from './lib/browsers';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** Where pictures for looking at go, when somebody asks for them. */
const PICTURES = process.env['PICTURES'] ?? null;

/** The library page in a real browser: sort, search, merge two, take it back. */
describe.each(UNDER_TEST)('the library in %s', (browser) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await Session.start(browser);
    for (const [name, note] of [
      ['Zzeta Harbour', 'Seen from the runway at dawn'],
      ['Zzeta Harbor', ''],
    ] as const) {
      const entityId = await call('createEntity', { name, kind: 'place', aliases: [], summary: '' });
      if (note !== '') await call('saveNote', { entityId, noteId: null, body: note });
    }
    page = await session.openExtensionPage('/library.html');
    await page.setViewport({ width: 1280, height: 800 });
  });
  afterAll(() => session.close());

  const call = async (name: string, request: unknown): Promise<unknown> => {
    const message: Call = { door: 'panel', call: name, request };
    const reply = await session.call(message);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
  };
  const rows = (): Promise<string[]> =>
    page.evaluate(() => [...document.querySelectorAll('tbody .open')].map(({ textContent }) => textContent));
  const click = (selector: string, text = ''): Promise<boolean> =>
    until(
      () =>
        page.evaluate(
          (css, wanted) => {
            const element = [...document.querySelectorAll<HTMLElement>(css)].find((node) =>
              (node.getAttribute('aria-label') ?? node.textContent).startsWith(wanted),
            );
            element?.click();
            return element !== undefined;
          },
          selector,
          text,
        ),
      `${selector} with "${text}"`,
    );
  const search = (text: string): Promise<void> =>
    page.evaluate((typed) => {
      const input = document.querySelector<HTMLInputElement>('.tools input');
      if (input === null) return;
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  const picture = async (name: string): Promise<void> => {
    if (PICTURES === null) return;
    if (!existsSync(PICTURES)) mkdirSync(PICTURES, { recursive: true });
    await page.bringToFront();
    await page.screenshot({ path: `${PICTURES}/${browser}-${name}.png` });
  };

  test('shows every name, sorts, and finds by a note', async () => {
    await until(async () => (await rows()).length > 5, 'the names');
    const first = (await rows())[0];
    await click('.sort', 'Name');
    await until(async () => (await rows())[0] !== first, 'the other end');
    expect((await rows())[0]).toBe('Zzeta Harbour');
    await picture('library');
    await search('runway');
    await until(async () => (await rows()).join() === 'Zzeta Harbour', 'the name with the note');
    await search('zzeta');
    await until(async () => (await rows()).length === 2, 'both');
  });

  test('merges two and takes it back', async () => {
    await click('tbody .check', 'Select Zzeta Harbour');
    await click('tbody .check', 'Select Zzeta Harbor');
    await click('.bulk .btn', 'Merge');
    await until(() => page.evaluate(() => document.querySelector('.box') !== null), 'the question');
    await picture('merge');
    await click('.box .primary', 'Merge');
    await until(async () => (await rows()).length === 1, 'one is left');
    await picture('merged');
    const found = (await call('searchEntities', { query: 'Zzeta Harbor' })) as { name: string }[];
    expect(found.map(({ name }) => name)).toEqual(['Zzeta Harbour']);
    await click('.undo button', '');
    await until(async () => (await rows()).length === 2, 'both are back');
  });

  test('opens a name beside the table', async () => {
    await click('tbody .open', 'Zzeta Harbour');
    await until(
      () =>
        page.evaluate(() => document.querySelector('aside')?.textContent.includes('runway at dawn') ?? false),
      'its note',
    );
    await picture('entry');
    expect(await rows()).toContain('Zzeta Harbor');
  });
});
