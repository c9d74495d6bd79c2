import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser, usualPlaces } from '../../scripts/lib/find-browser.mjs';
import { adviceFor, canInstallByApt } from '../../scripts/lib/install-browser.mjs';

/** A folder with a program in it, as if a browser were installed there. */
function folderWith(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, program), '#!/bin/sh\n');
  chmodSync(join(folder, program), 0o755);
  return folder;
}

describe('findBrowser', () => {
  test('takes what the variable names', () => {
    const named = join(folderWith('my-browser'), 'my-browser');
    expect(findBrowser('chromium', 'linux', { CHROME_BIN: named })).toBe(named);
    expect(findBrowser('firefox', 'linux', { FIREFOX_BIN: named })).toBe(named);
  });

  test('does not look elsewhere when the variable is wrong', () => {
    expect(() => findBrowser('chromium', 'linux', { CHROME_BIN: '/no/such/browser' })).toThrow(
      'CHROME_BIN is set to /no/such/browser',
    );
  });

  test('prefers the search path to the usual folders', () => {
    const folder = folderWith('chromium');
    expect(findBrowser('chromium', 'linux', { PATH: folder })).toBe(join(folder, 'chromium'));
  });
});

describe('usualPlaces', () => {
  test('knows the applications of macOS and Windows', () => {
    expect(usualPlaces('chromium', 'darwin', {})).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(usualPlaces('firefox', 'win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    );
  });
});

describe('installing', () => {
  test('only root on Debian, Ubuntu and their children installs by apt', () => {
    expect(canInstallByApt('ID=debian\nVERSION_ID="12"', 0)).toBe(true);
    expect(canInstallByApt('ID=linuxmint\nID_LIKE="ubuntu debian"', 0)).toBe(true);
    expect(canInstallByApt('ID=debian', 1000)).toBe(false);
    expect(canInstallByApt('ID=fedora', 0)).toBe(false);
    expect(canInstallByApt('', 0)).toBe(false);
  });

  test('elsewhere the advice names a command and the variable', () => {
    expect(adviceFor('firefox', 'darwin')).toMatch(/brew install.*\n.*FIREFOX_BIN/);
    expect(adviceFor('chromium', 'freebsd')).toMatch(/CHROME_BIN/);
  });
});
