import { afterEach, expect, test, vi } from 'vitest';
import { SyncStatus, type SyncFacts } from '../../../components/SyncStatus';
import { SyncSection } from '../../../entrypoints/options/sync/SyncSection';
import type { SyncHost } from '../../../entrypoints/options/sync/sync-host';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import { ADVICE, type SyncCode } from '../../../utils/sync/errors';
import { adviceFor } from '../../../entrypoints/options/sync/advice';
import { SYNC_OFF } from './fake-sync';
import { CONNECTED, syncClient, syncHost } from './gallery-sync';
import { stage, until, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

async function draw(client: Client<PanelCalls>, host: Partial<SyncHost> = {}): Promise<HTMLElement> {
  open = stage(<SyncSection client={client} host={syncHost(host)} />, 'page');
  const { box } = open;
  await until('drawn', () => box.querySelector('form, .msg') !== null);
  return box;
}

function button(box: HTMLElement, words: string): HTMLButtonElement {
  const found = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (found === undefined) throw new Error(`no button "${words}"`);
  return found;
}

function type(box: HTMLElement, label: string, value: string): void {
  const found = [...box.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const input = box.querySelector<HTMLInputElement>(`#${CSS.escape(found?.htmlFor ?? '')}`);
  if (input === null) throw new Error(`no field "${label}"`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const says = (box: HTMLElement, words: string): Promise<void> =>
  until(words, () => (box.textContent ?? '').includes(words));

async function fillWebDav(box: HTMLElement, url: string): Promise<void> {
  type(box, 'Address of the folder', url);
  await until('address', () => box.querySelector<HTMLInputElement>('[type=url]')?.value === url);
  type(box, 'User name', 'alice');
  await until('user', () => [...box.querySelectorAll('input')].some(({ value }) => value === 'alice'));
  type(box, 'App password', 'secret');
  await until('password', () => box.querySelector<HTMLInputElement>('[type=password]')?.value === 'secret');
}

test('the browser is asked for the one host first, and then the place is connected with a new key', async () => {
  const connectSync = vi.fn<Client<PanelCalls>['connectSync']>(() => Promise.resolve({ ok: true }));
  const allowOrigins = vi.fn<SyncHost['allowOrigins']>(() => Promise.resolve(true));
  const box = await draw(syncClient(SYNC_OFF, { connectSync }), { allowOrigins });
  await fillWebDav(box, 'https://cloud.example:8443/dav/notes');
  button(box, 'Connect').click();
  // In the very turn of the click: later the browser would refuse to ask.
  expect(allowOrigins).toHaveBeenCalledWith(['https://cloud.example/*']);
  await until('connected', () => connectSync.mock.calls.length === 1);
  expect(connectSync).toHaveBeenCalledWith({
    place: {
      type: 'webdav',
      url: 'https://cloud.example:8443/dav/notes',
      user: 'alice',
      password: 'secret',
    },
    key: { type: 'new' },
  });
});

test('without the permission nothing is sent, and the page says so', async () => {
  const connectSync = vi.fn<Client<PanelCalls>['connectSync']>(() => Promise.resolve({ ok: true }));
  const box = await draw(syncClient(SYNC_OFF, { connectSync }), {
    allowOrigins: () => Promise.resolve(false),
  });
  await fillWebDav(box, 'https://cloud.example/dav');
  button(box, 'Connect').click();
  await says(box, 'Nothing was sent');
  expect(connectSync).not.toHaveBeenCalled();
});

test('an address without https is refused unless it is this computer', async () => {
  const testSync = vi.fn<Client<PanelCalls>['testSync']>(() => Promise.resolve({ steps: [] }));
  const box = await draw(syncClient(SYNC_OFF, { testSync }));
  await fillWebDav(box, 'http://cloud.example/dav');
  button(box, 'Test').click();
  await says(box, 'begins with https://');
  expect(testSync).not.toHaveBeenCalled();
  await fillWebDav(box, 'http://127.0.0.1:8080/dav');
  button(box, 'Test').click();
  await until('tested', () => testSync.mock.calls.length === 1);
});

test('a test shows its steps and the reason of the one that failed', async () => {
  const box = await draw(
    syncClient(SYNC_OFF, {
      testSync: () =>
        Promise.resolve({
          steps: [
            { name: 'list', ok: true, code: null, detail: null },
            { name: 'write', ok: false, code: 'full', detail: null },
          ],
        }),
    }),
  );
  await fillWebDav(box, 'https://cloud.example/dav');
  button(box, 'Test').click();
  await says(box, 'Write a small file: failed');
  await says(box, 'The storage is full.');
  expect(box.querySelectorAll('.steps > li')).toHaveLength(2);
});

test('a pairing code fills in the place, and a mistyped one is told of', async () => {
  const box = await draw(
    syncClient(SYNC_OFF, {
      readPairingCode: ({ code }) =>
        Promise.resolve(
          code === 'right'
            ? {
                place: { type: 'webdav', url: 'https://pair.example/', user: 'bob', password: '' },
                problem: null,
              }
            : { place: null, problem: 'mistyped' },
        ),
    }),
  );
  box.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
  await says(box, 'Pairing code');
  type(box, 'Pairing code', 'wrong');
  await says(box, 'A character of the code is wrong.');
  type(box, 'Pairing code', 'right');
  await until('the problem is over', () => !(box.textContent ?? '').includes('is wrong'));
  expect(box.querySelector<HTMLInputElement>('[type=url]')?.value).toBe('https://pair.example/');
});

test('the code for another profile is shown after a click, as text and as a picture, and hides', async () => {
  const box = await draw(syncClient(CONNECTED, { pairingCode: () => Promise.resolve({ code: 'EB1-ABCD' }) }));
  expect(box.querySelector('.qr')).toBeNull();
  button(box, 'Show the code').click();
  await says(box, 'EB1-ABCD');
  expect(box.querySelector('.qr path')?.getAttribute('d')?.length).toBeGreaterThan(1000);
  button(box, 'Hide').click();
  await until('hidden', () => box.querySelector('.qr') === null);
});

test('a refused password is entered anew without connecting again', async () => {
  const changeSyncPassword = vi.fn<Client<PanelCalls>['changeSyncPassword']>(() =>
    Promise.resolve({ ok: true }),
  );
  const box = await draw(
    syncClient(
      {
        ...CONNECTED,
        state: 'stopped',
        problem: { code: 'unauthorised', detail: null, deletions: null },
      },
      { changeSyncPassword },
    ),
  );
  type(box, 'New app password', 'newer');
  await until('enabled', () => !button(box, 'Use this password').disabled);
  button(box, 'Use this password').click();
  expect(changeSyncPassword).toHaveBeenCalledWith({ password: 'newer' });
});

test('the brake tells how many would go, and lets them go only when asked', async () => {
  const allowDeletions = vi.fn<Client<PanelCalls>['allowDeletions']>(() => Promise.resolve({ ok: true }));
  const box = await draw(
    syncClient(
      {
        ...CONNECTED,
        state: 'stopped',
        problem: { code: 'many-deletions', detail: null, deletions: 214 },
      },
      { allowDeletions },
    ),
  );
  await says(box, '214 names and notes would go');
  expect(allowDeletions).not.toHaveBeenCalled();
  button(box, 'Let them go').click();
  expect(allowDeletions).toHaveBeenCalledOnce();
});

test('a passphrase of three words is not taken', async () => {
  const box = await draw(syncClient(CONNECTED));
  type(box, 'New passphrase', 'three short words');
  await until('typed', () =>
    [...box.querySelectorAll('input')].some(({ value }) => value === 'three short words'),
  );
  expect(button(box, 'Set passphrase').disabled).toBe(true);
  type(box, 'New passphrase', 'now it has four');
  await until('enabled', () => !button(box, 'Set passphrase').disabled);
});

test('every code has words of its own', () => {
  const codes = Object.keys(ADVICE).filter((code) => code !== 'broken') as SyncCode[];
  const own = [
    'not-a-code',
    'mistyped',
    'newer',
    'wrong-secret',
    'refused',
    'no-header',
    'not-a-backup',
    'damaged-or-other-key',
    'incomplete',
  ];
  for (const code of [...codes, ...own]) {
    expect(adviceFor(code)).not.toBe(ADVICE.broken);
  }
});

test.each<readonly [string, Partial<SyncFacts>, string]>([
  ['nothing while it is off', { state: 'off' }, ''],
  ['what is not sent yet', { pending: 2 }, '2 changes not in the folder yet'],
  ['that all is sent', { seenBy: 1 }, 'saved in the folder'],
  ['who has read it', { seenBy: 3 }, 'seen by 3 profiles'],
  ['that the storage does not answer', { pending: 2, isWaiting: true }, 'waiting for the storage'],
  ['that the reader is needed', { state: 'stopped' }, 'Sync needs you'],
])('the foot of a panel says %s', (_what, facts, words) => {
  open = stage(
    <SyncStatus
      sync={{ state: 'idle', pending: 0, seenBy: 0, isWaiting: false, ...facts }}
      onSettings={() => {}}
    />,
    'popup',
  );
  expect(open.box.textContent).toBe(words);
});
