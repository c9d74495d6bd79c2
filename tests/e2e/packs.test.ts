import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackFile } from '../../scripts/lib/pack-files';
import { buildRelease, feedIn, newSigningKey, signFeed } from '../../scripts/lib/pack-release';
import type { Call } from '../../utils/messaging/wire';
import type { PacksView, PackView } from '../../utils/model/pack-view';
import { writeFeed } from '../../utils/packs/feed';
import { packText, withEntity } from '../browser/services/pack-samples';
import { UNDER_TEST } from './lib/browsers';
import { servePacks, type PackHost } from './lib/pack-host';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** Enough entities that one changed is a small step, and noise that keeps the snapshot larger than a delta. */
const CROWD = Array.from({ length: 60 }, (_, index) => ({
  id: `berth-${index}`,
  kind: 'place',
  name: `Osprey Berth ${index}`,
  summary: `Berth number ${(index * 7919) % 1013}, dredged to ${(index * 104_729) % 997} centimetres.`,
}));

const rowsOf = (version: number, summary: string, extra: readonly object[] = []): string =>
  packText({
    version,
    entities: [...withEntity('petrel', { summary }), ...CROWD, ...extra],
    tests: [{ text: 'MV Petrel docked.', lights: [{ text: 'MV Petrel', entity: 'petrel' }] }],
  });

describe.each(UNDER_TEST)('packs in %s', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-packs-'));
  const site = join(folder, 'site');
  let session: Session;
  let host: PackHost;
  let options: Page;
  let key = '';

  beforeAll(async () => {
    key = await newSigningKey();
    await publish(rowsOf(1, 'A ferry.'));
    host = await servePacks(site);
    session = await Session.start(browser, { patient: true });
    options = await session.openExtensionPage('/options.html');
  });
  afterAll(async () => {
    await session.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = async (text: string): Promise<void> => {
    const file = join(folder, 'harbour.jsonl');
    writeFileSync(file, text);
    const read = await readPackFile(file);
    if (read === null || !read.ok) throw new Error('the sample is not sound');
    const { feed } = await buildRelease(read.pack, site, null);
    writeFileSync(join(site, 'pack.json'), writeFeed(await signFeed(feed, key)));
  };
  const call = async (name: string, request: unknown): Promise<unknown> => {
    const message: Call = { door: 'panel', call: name, request };
    const reply = await session.call(message);
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`);
    return reply.value;
  };
  const packs = async (): Promise<readonly PackView[]> => ((await call('listPacks', {})) as PacksView).packs;
  const harbour = async () => (await packs()).find(({ packId }) => packId === 'harbour');
  const summaryOf = async (entityId: string): Promise<string | null> => {
    const view = (await call('getEntity', { entityId, day: null })) as { entity: { summary: string } } | null;
    return view?.entity.summary ?? null;
  };
  const update = () => call('updatePack', { packId: 'harbour' });

  test('an address is looked at first, then added, and its names are known', async () => {
    await press(options, 'From an address…');
    const input = await until(() => options.$('.packs input[type=url]'), 'the field');
    await input?.type(`${host.origin}/pack.json`);
    await press(options, 'Look at it');
    await until(() => says(options, '1 of 1 sentence passes'), 'the preview');
    expect(await call('searchEntities', { query: 'MV Petrel' }), 'nothing before it is confirmed').toEqual(
      [],
    );
    await press(options, 'Add this pack');
    await until(() => says(options, 'Added Harbour desk.'), 'the result');
    expect(await summaryOf('harbour/petrel')).toBe('A ferry.');
    expect(await harbour()).toMatchObject({ isOn: true, feed: { isSigned: true, problem: null } });
    expect(
      host.requests.every(({ cookie, referrer }) => cookie === undefined && referrer === undefined),
    ).toBe(true);
  });

  test('nothing new costs one small answer: 304', async () => {
    const before = host.requests.length;
    expect(await update()).toEqual({ type: 'nothing-new' });
    expect(host.requests.slice(before).map(({ path, status }) => [path, status])).toEqual([
      ['/pack.json', 304],
    ]);
  });

  test('two releases behind it follows two deltas, and never asks for the snapshot', async () => {
    await publish(rowsOf(2, 'An old ferry.'));
    await publish(rowsOf(3, 'A very old ferry.'));
    const before = host.requests.length;
    expect(await update()).toEqual({ type: 'installed' });
    const paths = host.requests.slice(before).map(({ path }) => path);
    expect(paths).toHaveLength(3);
    expect(paths[1]).toMatch(/^\/harbour-1-2-/);
    expect(paths[2]).toMatch(/^\/harbour-2-3-/);
    expect(await summaryOf('harbour/petrel')).toBe('A very old ferry.');
    expect((await harbour())?.release?.version).toBe(3);
  });

  test('a wrong hash, a wrong signature, a rollback and a web page leave everything as it was', async () => {
    const good = await feedIn(site);
    if (good === null) throw new Error('no feed');
    await publish(rowsOf(4, 'Forged.'));
    const feed = await feedIn(site);
    if (feed === null) throw new Error('no feed');
    const gone = { status: 404, type: 'text/plain', body: '' };
    const zipped = { status: 200, type: 'application/gzip', body: gzipSync(rowsOf(4, 'Swapped.')) };
    for (const delta of feed.deltas) host.instead.set(`/${delta.url}`, gone);
    host.instead.set(`/${feed.snapshot.url}`, zipped);
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'wrong-hash' } });

    host.instead.set('/pack.json', json(writeFeed({ ...feed, version: 5 })));
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'signature' } });
    host.instead.set('/pack.json', json(writeFeed(await signFeed(feed, await newSigningKey()))));
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'key-changed' } });
    host.instead.set('/pack.json', json(writeFeed({ ...feed, key: null, signature: null })));
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'signature' } });
    host.instead.set('/pack.json', json(writeFeed(await signFeed({ ...good, version: 2 }, key))));
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'rollback' } });
    host.instead.set('/pack.json', json(writeFeed(await signFeed({ ...feed, expires: '2020-01-01' }, key))));
    expect(await update()).toMatchObject({ type: 'problem', problem: { code: 'expired' } });
    host.instead.set('/pack.json', {
      status: 200,
      type: 'text/html',
      body: '<!doctype html><title>Sign in</title>',
    });
    expect(await update()).toMatchObject({ type: 'problem' });
    expect(await summaryOf('harbour/petrel')).toBe('A very old ferry.');
    expect((await harbour())?.release?.version).toBe(3);

    host.instead.clear();
    expect(await update()).toEqual({ type: 'installed' });
    expect(await summaryOf('harbour/petrel')).toBe('Forged.');
    expect((await harbour())?.feed?.problem).toBeNull();
  });

  test('a large step waits for the reader’s word', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      id: `pier-${index}`,
      kind: 'place',
      name: `Osprey Pier ${index}`,
    }));
    await publish(rowsOf(5, 'Large.', many));
    expect(await update()).toEqual({ type: 'waiting' });
    expect(await summaryOf('harbour/petrel')).toBe('Forged.');
    await options.bringToFront();
    await until(() => says(options, 'more than a tenth'), 'the question');
    await press(options, 'Take the update');
    await until(async () => (await harbour())?.release?.version === 5, 'the update');
    expect(await summaryOf('harbour/petrel')).toBe('Large.');
  });

  test('off, on, removed: notes stay', async () => {
    await call('saveNote', { entityId: 'harbour/quay', noteId: null, body: 'Mine.' });
    await call('setPack', { packId: 'harbour', on: false });
    expect(await summaryOf('harbour/petrel')).toBeNull();
    expect(await summaryOf('harbour/quay')).toBe('A quay.');
    await call('setPack', { packId: 'harbour', on: true });
    expect(await summaryOf('harbour/petrel')).toBe('Large.');
    await press(options, 'Remove Harbour desk');
    await press(options, 'Remove');
    await until(() => says(options, 'Removed Harbour desk'), 'the result');
    expect(await harbour()).toBeUndefined();
    expect(await summaryOf('harbour/petrel')).toBeNull();
    expect(await summaryOf('harbour/quay')).toBe('A quay.');
  });

  test('a file is looked at, gzip or not; what is wrong with one is told by row', async () => {
    const zipped = join(folder, 'file.jsonl.gz');
    writeFileSync(zipped, gzipSync(rowsOf(1, 'From a file.')));
    await choose(options, zipped);
    await until(() => says(options, '1 of 1 sentence passes'), 'the preview');
    await press(options, 'Not now');
    await until(async () => (await harbour()) === undefined, 'it is gone');

    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, rowsOf(1, 'x').replace('"kind":"place"', '"kind":"spaceship"'));
    await choose(options, broken);
    await until(() => says(options, 'This pack has 1 problem'), 'the problem');
    expect(await says(options, 'row 3')).toBe(true);

    const bomb = join(folder, 'bomb.jsonl.gz');
    writeFileSync(bomb, gzipSync(Buffer.alloc(300_000_000)));
    await choose(options, bomb);
    await until(() => says(options, 'more than any pack may'), 'the bomb is refused');
    const page = join(folder, 'page.jsonl');
    writeFileSync(page, readFileSync(join(import.meta.dirname, '../../entrypoints/options/index.html')));
    await choose(options, page);
    await until(() => says(options, 'this is a web page'), 'the page is refused');
    expect(await harbour()).toBeUndefined();
  });
});

function json(body: string) {
  return { status: 200, type: 'application/json', body };
}

/** Presses the button of the packs' section that says this, or is called so. */
async function press(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await until(
    () =>
      page.evaluate((wanted) => {
        const button = [...document.querySelectorAll<HTMLButtonElement>('.packs button')].find(
          (one) => !one.disabled && (one.textContent === wanted || one.ariaLabel === wanted),
        );
        button?.click();
        return button !== undefined;
      }, words),
    `the button ${words}`,
  );
}

async function choose(page: Page, path: string): Promise<void> {
  const input = await until(() => page.$('.packs input[type=file]'), 'the file picker');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

function says(page: Page, words: string): Promise<boolean> {
  return page.evaluate(
    (wanted) => document.querySelector('.packs')?.textContent.includes(wanted) === true,
    words,
  );
}
