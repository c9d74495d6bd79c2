import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findBrowser, type BrowserName } from '../../../scripts/lib/find-browser.mjs';
import { grantedFolder } from '../../../scripts/lib/granted.mjs';
import { openExtensionPage, waitUntilReady } from '../../../scripts/lib/extension-page';
import { launch, openTab, type Launched } from '../../../scripts/lib/launch';
import type { Call, Reply } from '../../../utils/messaging/wire';
import { delay, until } from './wait';
import type { ExtensionGlobals } from './extension-globals';

const VIEWPORT = { width: 1280, height: 900 };

/** Firefox stops an idle background after 1 s here (`launch.ts`); what is twice that and some is safely past it. */
const FIREFOX_STOP_MS = 3500;

/** A background that is busy with a long page takes its time. */
const FIREFOX_STOP_ATTEMPTS = 6;

export interface SessionOptions {
  /** Without the extension: the same browser on a page by itself. */
  readonly extension?: boolean;
  /** A build to load instead of the granted one. */
  readonly folder?: string;
  /** In Firefox: the background is stopped as late as it is for readers, so that work of some seconds comes to its end. */
  readonly patient?: boolean;
}

/** One browser with the extension, on a profile of its own that survives {@link Session.restart} and goes with `close`. */
export class Session {
  readonly name: BrowserName;
  readonly #options: SessionOptions;
  readonly #profileFolder: string;
  #launched: Launched;

  private constructor(name: BrowserName, options: SessionOptions, profileFolder: string, launched: Launched) {
    this.name = name;
    this.#options = options;
    this.#profileFolder = profileFolder;
    this.#launched = launched;
  }

  /** Starts a browser on a new profile and waits until the extension would light up a page. */
  static async start(name: BrowserName, options: SessionOptions = {}): Promise<Session> {
    const profileFolder = mkdtempSync(join(tmpdir(), `backgrounder-${name}-`));
    const session = new Session(name, options, profileFolder, await start(name, options, profileFolder));
    if (options.extension === false) return session;
    try {
      await waitUntilReady(session.#launched);
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  get browser(): Browser {
    return this.#launched.browser;
  }

  /** `chrome-extension://<id>` or `moz-extension://<uuid>`. */
  get origin(): string {
    return this.#launched.extensionOrigin;
  }

  /** Opens an address in a new tab in front. */
  async open(url: string): Promise<Page> {
    const page = await openTab(this.#launched, VIEWPORT);
    await page.bringToFront();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }

  /** Opens a page of the extension in a new tab. `card.html` does nothing until a page greets it. */
  openExtensionPage(path = '/card.html'): Promise<Page> {
    return openExtensionPage(this.#launched, path, VIEWPORT);
  }

  /** Sends a message from one of the extension's own pages, as the popup would. */
  async call(message: Call): Promise<Reply> {
    const page = await this.openExtensionPage('/options.html');
    try {
      return await page.evaluate(
        (sent) => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(sent),
        message as unknown as Record<string, unknown>,
      );
    } finally {
      await page.close();
    }
  }

  /** Stops the background as the browser does when it falls idle, and checks that it is gone. */
  async stopBackground(): Promise<void> {
    if (this.name === 'chromium') await this.#stopWorker();
    else await this.#letEventPageStop();
  }

  /** Takes the extension out of the browser, as removing it or updating it does; open pages keep their script. */
  async uninstall(): Promise<void> {
    await this.browser.uninstallExtension(this.#launched.extensionId);
  }

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.#launched.browser.close();
    this.#launched = await start(this.name, this.#options, this.#profileFolder);
    await waitUntilReady(this.#launched);
  }

  async close(): Promise<void> {
    await this.#launched.browser.close();
    rmSync(this.#profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #stopWorker(): Promise<void> {
    const isWorker = (target: { type(): string; url(): string }): boolean =>
      target.type() === 'service_worker' && target.url().startsWith(this.origin);
    const target = await this.browser.waitForTarget(isWorker);
    await (await target.worker())?.close();
    await until(() => !this.browser.targets().some(isWorker), 'the worker has stopped');
  }

  /** It stops once it is idle; what it still had to do, and looking whether it is gone, put that off. */
  async #letEventPageStop(): Promise<void> {
    for (let attempt = 0; attempt < FIREFOX_STOP_ATTEMPTS; attempt++) {
      await delay(FIREFOX_STOP_MS);
      const page = await this.openExtensionPage();
      const isStopped = await page.evaluate(
        () => (globalThis as unknown as ExtensionGlobals).browser.extension.getBackgroundPage() === null,
      );
      await page.close();
      if (isStopped) return;
    }
    throw new Error('the event page is still there');
  }
}

async function start(name: BrowserName, options: SessionOptions, profileFolder: string): Promise<Launched> {
  const executablePath = findBrowser(name);
  if (executablePath === null) throw new Error(`no ${name} on this machine; npm test would install it`);
  return launch({
    name,
    executablePath,
    headless: true,
    profileFolder,
    extensionFolder: options.extension === false ? null : (options.folder ?? grantedFolder(name)),
    testing: true,
    patient: options.patient === true,
    viewport: VIEWPORT,
  });
}
