import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { isReady } from '../../../scripts/lib/extension-page';
import { findBrowser } from '../../../scripts/lib/find-browser.mjs';
import { launch, openTab } from '../../../scripts/lib/launch';
import type { Reply } from '../../../utils/messaging/wire';
import { until } from '../../e2e/lib/wait';

const VIEWPORT = { width: 1280, height: 900 };

/** An installation reads all packs; on a busy machine that takes its time. */
const READY_MS = 60_000;

/** What code inside a page of the extension uses of the browser. */
interface ExtensionGlobals {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<Reply> };
    readonly tabs: {
      query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    };
  };
}

/** Chromium with or without the extension, on a profile that is thrown away. */
export class BenchBrowser {
  readonly browser: Browser;
  /** `chrome-extension://<id>`, or empty without the extension. */
  readonly origin: string;
  readonly #profileFolder: string;
  #driver: Page | null = null;

  private constructor(browser: Browser, origin: string, profileFolder: string) {
    this.browser = browser;
    this.origin = origin;
    this.#profileFolder = profileFolder;
  }

  /** @param extensionFolder the build to load, or null for a browser without it */
  static async start(extensionFolder: string | null): Promise<BenchBrowser> {
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium on this machine; CHROME_BIN can name it');
    const profileFolder = mkdtempSync(join(tmpdir(), 'backgrounder-bench-'));
    const { browser, extensionOrigin } = await launch({
      name: 'chromium',
      executablePath,
      headless: true,
      profileFolder,
      extensionFolder,
      testing: true,
      viewport: VIEWPORT,
    });
    const own = new BenchBrowser(browser, extensionFolder === null ? '' : extensionOrigin, profileFolder);
    try {
      if (extensionFolder !== null) {
        const driver = await own.driver();
        await until(() => isReady(driver), 'the extension is ready', READY_MS);
      }
    } catch (error) {
      await own.close();
      throw error;
    }
    return own;
  }

  async newTab(): Promise<Page> {
    const page = await openTab(this, VIEWPORT);
    await page.bringToFront();
    return page;
  }

  /** The extension page that calls are made from; opened once and left in the back. */
  async driver(): Promise<Page> {
    if (this.#driver === null) {
      this.#driver = await this.browser.newPage();
      await this.#driver.goto(`${this.origin}/options.html`);
    }
    return this.#driver;
  }

  /** Makes a call as one of the extension's own pages does. */
  async call(call: string, request: object): Promise<unknown> {
    const driver = await this.driver();
    const reply = await driver.evaluate(
      (message) => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(message),
      { door: 'panel', call, request },
    );
    if (!reply.ok) throw new Error(`${call}: ${reply.code} ${reply.message}`);
    return reply.value;
  }

  /** The browser's number of the tab that shows an address. */
  async tabId(url: string): Promise<number> {
    const driver = await this.driver();
    const id = await driver.evaluate(async (wanted) => {
      const tabs = await (globalThis as unknown as ExtensionGlobals).chrome.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id ?? null;
    }, url);
    if (id === null) throw new Error(`no tab shows ${url}`);
    return id;
  }

  /** Stops the worker as the browser does when it falls idle. */
  async stopWorker(): Promise<void> {
    const isWorker = (target: { type(): string; url(): string }): boolean =>
      target.type() === 'service_worker' && target.url().startsWith(this.origin);
    const target = this.browser.targets().find(isWorker);
    await (await target?.worker())?.close();
    await until(() => !this.browser.targets().some(isWorker), 'the worker has stopped');
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.#profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
