import { browser } from './browser';

/** Where the build puts the content script. */
const FILE = 'content-scripts/content.js';
const SCRIPT_ID = 'content';

/**
 * Makes the browser run the content script exactly where the reader allowed it: on the origins that are granted. Safe to
 * call at any time; a registration survives browser restarts but not updates.
 */
export async function registerContentScript(): Promise<void> {
  const matches = await grantedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [FILE],
    matches,
    runAt: 'document_start' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  // Updating one that is there would do too, but not for one that was registered with a file since renamed.
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  await browser.scripting.registerContentScripts([script]);
}

/** Runs the content script in a tab that was open before it was registered, or that was allowed for once. */
export async function injectContentScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [FILE] });
}

/** Runs it in every open tab that may be read: browsers run new scripts in new pages only. */
export async function injectIntoOpenTabs(): Promise<void> {
  const matches = await grantedOrigins();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  const ids = tabs.flatMap((tab) => tab.id ?? []);
  await Promise.allSettled(ids.map((id) => injectContentScript(id)));
}

/** Match patterns of web pages that the reader let the extension read. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:<all_urls>|\*:|https?:)/.test(origin));
}
