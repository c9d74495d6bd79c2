import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '../../utils/messaging/wire';
import { UNDER_TEST } from './lib/browsers';
import { NEW_NAME } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

const BODY = 'Asked **twice**; “no comment”.';

/** The library out of one profile and into another, through the settings page. Only Chromium tells where downloads go. */
describe.each(UNDER_TEST.filter((browser) => browser === 'chromium'))('a backup in %s', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-backup-'));
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(browser);
  });
  afterAll(async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (name: string, request: unknown): Promise<unknown> => {
    const message: Call = { door: 'panel', call: name, request };
    const reply = await session.call(message);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
  };
  const rowsOf = (query: string) => call('searchEntities', { query }) as Promise<{ entityId: string }[]>;

  test('export, a new profile, import: the note is back', async () => {
    const entityId = await call('createEntity', { name: NEW_NAME, kind: 'person', aliases: [], summary: '' });
    await call('saveNote', { entityId, noteId: null, body: BODY });
    const options = await session.openExtensionPage('/options.html');
    const devtools = await session.browser.target().createCDPSession();
    await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(options, 'Export');
    const file = await until(
      () => readdirSync(folder).find((name) => name.endsWith('.json')) ?? '',
      'the file is downloaded',
    );
    expect(file).toMatch(/^backgrounder-\d{4}-\d{2}-\d{2}\.json$/);
    expect(readFileSync(join(folder, file), 'utf8')).toContain(JSON.stringify(BODY));

    await session.close();
    session = await Session.start(browser);
    expect(await rowsOf(NEW_NAME)).toEqual([]);
    const fresh = await session.openExtensionPage('/options.html');
    await choose(fresh, join(folder, file));
    await until(() => says(fresh, 'This file brings 1 new name, 1 new note'), 'the preview');
    expect(await rowsOf(NEW_NAME), 'nothing is written before it is confirmed').toEqual([]);
    await fresh.bringToFront();
    await press(fresh, 'Import this');
    await until(() => says(fresh, 'Imported 1 new name, 1 new note'), 'the result');
    expect(await rowsOf(NEW_NAME)).toEqual([expect.objectContaining({ entityId, hasNote: true })]);
    const view = await call('getEntity', { entityId, day: null });
    expect(view).toMatchObject({ notes: [{ body: BODY }] });

    await fresh.bringToFront();
    await choose(fresh, join(folder, file));
    await until(() => says(fresh, 'is here already'), 'nothing new');
  });

  test('a damaged file says what is safe, and changes nothing', async () => {
    const before = await call('getStatus', {});
    const path = join(folder, 'damaged.txt');
    const options = await session.openExtensionPage('/options.html');
    writeFileSync(path, '{"format": "backgrounder-library", "version": 1, "exported": 1');
    await choose(options, path);
    await until(() => says(options, 'cut off'), 'the reason');
    writeFileSync(path, '{"format": "backgrounder-library", "version": 7}');
    await choose(options, path);
    await until(() => says(options, 'newer version'), 'the other reason');
    expect(await says(options, 'Nothing was changed.')).toBe(true);
    expect(await call('getStatus', {})).toEqual(before);
  });
});

async function press(page: Page, words: string): Promise<void> {
  await until(
    () =>
      page.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === wanted,
        );
        button?.click();
        return button !== undefined;
      }, words),
    `the button ${words}`,
  );
}

async function choose(page: Page, path: string): Promise<void> {
  const input = await until(
    () => page.$('input[type=file][accept=".json,application/json"]'),
    'the file picker',
  );
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

function says(page: Page, words: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('output')].some((output) => output.textContent.includes(wanted)),
    words,
  );
}
