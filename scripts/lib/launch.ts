import { mkdirSync } from 'node:fs';
import {
  launch as startBrowser,
  type Browser,
  type LaunchOptions as PuppeteerOptions,
  type Page,
} from 'puppeteer-core';
import type { BrowserName } from './find-browser.mjs';

/** A browser with the extension in it. */
export interface Launched {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `chrome-extension://<id>` or `moz-extension://<uuid>`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** The browser's name for the extension, empty without one. */
  readonly extensionId: string;
}

export interface LaunchOptions {
  readonly name: BrowserName;
  readonly executablePath: string;
  readonly headless: boolean;
  /** A profile of its own, made when it is not there; null for one that is thrown away. Never the user's. */
  readonly profileFolder: string | null;
  /** The build to load; null for a browser without the extension. */
  readonly extensionFolder: string | null;
  /** Under automation: the extension's pages can be driven, and the background stops soon after it falls idle. */
  readonly testing: boolean;
  /** Under automation: the background stops after half a minute, as it does for readers. */
  readonly patient?: boolean;
  /** CSS pixels; null lets a visible window have its own size. */
  readonly viewport: { readonly width: number; readonly height: number } | null;
  /** Device pixels a CSS pixel, in Chromium; as the system says unless given. */
  readonly scale?: number;
  readonly dark?: boolean;
}

/** The id in the Firefox manifest (`wxt.config.ts`). */
const GECKO_ID = 'backgrounder@backgrounder.example';

/** Firefox draws a new host for every installation; one that is fixed keeps the storage of a temporary add-on. */
const GECKO_UUID = '6b8a41f6-63d4-4f02-9a55-2f1c7f0b7d10';

/** Idle time after which Firefox stops an event page under test; its own default is 30 s. */
const FIREFOX_IDLE_MS = 1000;

/** Starts a browser and loads the extension as a developer would. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  if (options.profileFolder !== null) mkdirSync(options.profileFolder, { recursive: true });
  const browser = await startBrowser(
    options.name === 'chromium' ? chromiumOptions(options) : firefoxOptions(options),
  );
  const id = await install(browser, options.extensionFolder);
  const extensionOrigin =
    options.name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${GECKO_UUID}`;
  return { name: options.name, browser, extensionOrigin, extensionId: id };
}

async function install(browser: Browser, folder: string | null): Promise<string> {
  if (folder === null) return '';
  try {
    return await browser.installExtension(folder);
  } catch (cause) {
    // Nobody else knows of this browser yet.
    await browser.close();
    throw new Error(`The browser does not take the extension in ${folder}`, { cause });
  }
}

/** Opens a tab with the viewport asked for at launch, which Firefox does not give to its tabs by itself. */
export async function openTab(
  { browser }: Pick<Launched, 'browser'>,
  viewport: LaunchOptions['viewport'],
): Promise<Page> {
  const page = await browser.newPage();
  // 0 keeps the browser's own scale: one that is only emulated for the page leaves frames of other origins blurred.
  if (viewport !== null) await page.setViewport({ ...viewport, deviceScaleFactor: 0 });
  return page;
}

function commonOptions(options: LaunchOptions): PuppeteerOptions {
  return {
    executablePath: options.executablePath,
    headless: options.headless,
    defaultViewport: options.viewport,
    ...(options.profileFolder === null ? {} : { userDataDir: options.profileFolder }),
  };
}

function chromiumOptions(options: LaunchOptions): PuppeteerOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    ...commonOptions(options),
    pipe: true,
    enableExtensions: true,
    // A visible window is for a person: no "controlled by automated software" bar.
    ignoreDefaultArgs: options.headless ? [] : ['--enable-automation'],
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.headless ? ['--disable-gpu', '--hide-scrollbars'] : []),
      // Chromium refuses to run as root inside its sandbox; containers are where that happens.
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
      ...(options.dark === true ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
    ],
  };
}

function firefoxOptions(options: LaunchOptions): PuppeteerOptions {
  return {
    ...commonOptions(options),
    browser: 'firefox',
    // Without it no page of the extension can be opened by automation.
    args: options.testing ? ['-remote-allow-system-access'] : [],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      ...(options.testing
        ? {
            ...(options.patient === true ? {} : { 'extensions.background.idle.timeout': FIREFOX_IDLE_MS }),
            'extensions.openPopupWithoutUserGesture.enabled': true,
            'ui.popup.disable_autohide': true,
          }
        : {}),
      ...(options.dark === true
        ? { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 }
        : {}),
    },
  };
}
