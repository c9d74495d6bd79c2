import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/lib/find-browser.mjs';
import { grantedFolder, releaseFolder } from '../../scripts/lib/granted.mjs';
import { launch, type Launched } from '../../scripts/lib/launch';
import type { ExtensionGlobals } from './lib/extension-globals';

/** A bare extension whose only right is to ask Chromium what another manifest would warn of. */
const ASKER = {
  manifest_version: 3,
  name: 'Asks for warnings',
  version: '1',
  permissions: ['management'],
  background: { service_worker: 'background.js' },
};

const folder = mkdtempSync(join(tmpdir(), 'asker-'));
let launched: Launched;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(ASKER));
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(join(folder, 'asker.html'), '<!doctype html><title>Asker</title>');
  launched = await launch({
    name: 'chromium',
    executablePath: findBrowser('chromium') ?? '',
    headless: true,
    profileFolder: null,
    extensionFolder: folder,
    testing: true,
    viewport: null,
  });
});
afterAll(async () => {
  await launched.browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What Chromium would tell somebody who installs a build from the store. */
async function warningsOf(build: string): Promise<string[]> {
  const page = await launched.browser.newPage();
  await page.goto(`${launched.extensionOrigin}/asker.html`);
  const manifest = readFileSync(join(build, 'manifest.json'), 'utf8');
  return page.evaluate(
    (text) =>
      new Promise<string[]>((resolve) => {
        (globalThis as unknown as ExtensionGlobals).chrome.management?.getPermissionWarningsByManifest(
          text,
          resolve,
        );
      }),
    manifest,
  );
}

test('installing the release build warns of nothing', async () => {
  expect(await warningsOf(releaseFolder('chromium'))).toEqual([]);
});

test('the question can be answered with a warning: the granted build has one', async () => {
  expect(await warningsOf(grantedFolder('chromium'))).toEqual([
    'Read and change all your data on all websites',
  ]);
});
