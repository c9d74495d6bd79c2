/** Finds a browser on this machine. Node built-ins only. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

export const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);

/** The variable that names a browser's program, for machines where it is not in a usual place. */
export const VARIABLES = { chromium: 'CHROME_BIN', firefox: 'FIREFOX_BIN' };

const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC_APPLICATIONS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** Where a browser may be on this platform, most wanted first; nothing says that any of them exists. */
export function usualPlaces(browser, platform = process.platform, env = process.env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return MAC_APPLICATIONS[browser].flatMap((path) => folders.map((folder) => `${folder}/${path}`));
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return WINDOWS_PROGRAMS[browser].flatMap((path) => folders.map((folder) => `${folder}\\${path}`));
  }
  const folders = new Set([
    ...(env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]);
  folders.delete('');
  return PROGRAMS[browser].flatMap((program) => [...folders].map((folder) => join(folder, program)));
}

/**
 * The browser's program: what its variable names, else the first of the usual places that can be run.
 *
 * @returns {string | null} its path, or null when there is none
 * @throws {Error} when the variable names something that cannot be run, since falling back would hide the mistake
 */
export function findBrowser(browser, platform = process.platform, env = process.env) {
  const variable = VARIABLES[browser];
  const named = env[variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${variable} is set to ${named}, which is no program that can be run.`);
  }
  return usualPlaces(browser, platform, env).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
