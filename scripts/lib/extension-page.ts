import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openTab, type Launched } from './launch';

/** How often a page is asked whether it is so far. */
const LOOK_MS = 100;
/** An installation reads all packs; on a busy machine that takes its time. */
const READY_MS = 60_000;
const LOAD_MS = 15_000;

/** What code that runs inside a page of the extension uses of the browser. */
interface Globals {
  readonly chrome: {
    readonly runtime: {
      sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown } | undefined>;
    };
    readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
  };
}

/** Opens a page of the extension in a new tab. `card.html` does nothing until a page greets it. */
export async function openExtensionPage(
  launched: Launched,
  path: string,
  viewport: { readonly width: number; readonly height: number } | null,
): Promise<Page> {
  const page = await openTab(launched, viewport);
  const url = `${launched.extensionOrigin}${path}`;
  // Firefox loads the page but never tells automation that it has, so nobody waits for that.
  page.goto(url, { timeout: 10_000 }).catch(() => undefined);
  const isLoaded = (): Promise<boolean> =>
    page
      .evaluate((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', url)
      .catch(() => false);
  await untilTrue(isLoaded, `${path} has loaded`, LOAD_MS);
  return page;
}

/** Waits until pages would be read with all names: the content script is registered, and no pack is on its way in. */
export async function waitUntilReady(launched: Launched): Promise<void> {
  const page = await openExtensionPage(launched, '/options.html', null);
  try {
    await untilTrue(() => isReady(page), 'the extension is ready', READY_MS);
  } finally {
    await page.close();
  }
}

/** Asks the same of a page of the extension that is open, once. */
export function isReady(page: Page): Promise<boolean> {
  return page
    .evaluate(async () => {
      const { runtime, scripting } = (globalThis as unknown as Globals).chrome;
      const ask = async (call: string): Promise<Record<string, unknown>> => {
        const reply = await runtime.sendMessage({ door: 'panel', call, request: {} });
        return reply?.ok === true ? (reply.value as Record<string, unknown>) : {};
      };
      const scripts = await scripting.getRegisteredContentScripts();
      const { entityCount = 0 } = await ask('getStatus');
      // Every pack that comes in makes open pages be read again, and marks come and go.
      const { job = 'unknown' } = await ask('listPacks');
      return scripts.length > 0 && Number(entityCount) > 0 && job === null;
    })
    .catch(() => false);
}

async function untilTrue(ask: () => Promise<boolean>, what: string, timeoutMs: number): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await delay(LOOK_MS)) {
    if (await ask()) return;
  }
  throw new Error(`gave up waiting until ${what}`);
}
