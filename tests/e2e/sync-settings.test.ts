import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apachePath, startApache } from '../sync/servers/apache';
import type { Server } from '../sync/servers/process';
import { UNDER_TEST } from './lib/browsers';
import { NEW_NAME } from './lib/pages';
import { Session } from './lib/session';
import { chooseAnswer, fillField, pressButton, textOf } from './lib/settings';
import { until } from './lib/wait';
import type { Page } from 'puppeteer-core';

const PATIENCE_MS = 40_000;

/** Sync as a reader sets it up: by the settings page, on a real server. */
if (apachePath === null) console.warn('NOT TESTED: sync through the settings page; apt-get install apache2');
describe.each(apachePath === null ? [] : UNDER_TEST)('the sync section in %s', (browser) => {
  let session: Session;
  let apache: Server;
  let web: HttpServer;
  beforeAll(async () => {
    if (apachePath === null) return;
    apache = await startApache(apachePath);
    web = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<h1>Log in</h1>');
    }).listen(0, '127.0.0.1');
    session = await Session.start(browser, { patient: true });
  });
  afterAll(async () => {
    await session.close();
    await apache.stop();
    web.close();
  });

  const fillWebDav = async (page: Page, url: string, password: string): Promise<void> => {
    await fillField(page, 'Address of the folder', url);
    await fillField(page, 'User name', apache.user);
    await fillField(page, 'App password', password);
  };

  test('what is wrong with a storage is said, and then it is put right, connected and joined', async () => {
    const options = await session.openExtensionPage('/options.html');
    const { port } = web.address() as AddressInfo;
    await fillWebDav(options, `http://127.0.0.1:${port}/`, 'secret');
    await pressButton(options, 'Test');
    await shows(options, 'The address answers with a web page, not with storage.');
    await fillWebDav(options, `${apache.url}notes/`, 'wrong');
    await pressButton(options, 'Connect');
    await shows(options, 'The storage refused the user name or password.');
    await fillWebDav(options, `${apache.url}notes/`, apache.password);
    await pressButton(options, 'Test');
    await shows(options, 'This folder works.');

    const entityId = await call(session, 'createEntity', {
      name: NEW_NAME,
      kind: 'person',
      aliases: [],
      summary: '',
    });
    await pressButton(options, 'Connect');
    await shows(options, 'Up to date');
    await shows(options, 'Everything saved here is in the folder.');

    await pressButton(options, 'Show the code');
    const code = await until(
      () => options.evaluate(() => document.querySelector('.sync .code')?.textContent ?? ''),
      'the pairing code shows',
    );
    expect(await options.evaluate(() => document.querySelector('.sync .qr path') !== null)).toBe(true);

    const other = await Session.start(browser, { patient: true });
    try {
      const joining = await other.openExtensionPage('/options.html');
      await chooseAnswer(joining, 'Join with a pairing code');
      await fillField(joining, 'Pairing code', code);
      await until(
        () =>
          joining.evaluate(() => document.querySelector<HTMLInputElement>('.sync [type=url]')?.value ?? ''),
        'the code fills in the address',
      );
      await pressButton(joining, 'Connect');
      await shows(joining, 'Up to date');
      await until(
        async () => (await call(other, 'getEntity', { entityId, day: null })) !== null,
        'the name is in the other profile',
        PATIENCE_MS,
      );
      await shows(joining, 'Profile ');
    } finally {
      await other.close();
    }
  }, 180_000);
});

async function call(session: Session, name: string, request: unknown): Promise<unknown> {
  const reply = await session.call({ door: 'panel', call: name, request });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

function shows(page: Page, words: string): Promise<unknown> {
  return until(async () => (await textOf(page)).includes(words), `the page says “${words}”`, PATIENCE_MS);
}
