import { browser } from 'wxt/browser';

/**
 * The tab that a panel speaks of: the one in front in its own window, or, for the background, which has none, in the window
 * that was used last. Null when there is none.
 */
export async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** The id of {@link activeTab}. */
export async function activeTabId(): Promise<number | null> {
  return (await activeTab())?.id ?? null;
}

/** Loads a tab's page again. Needs no permission. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Opens the library page in a tab of its own. */
export async function openLibrary(): Promise<void> {
  await browser.tabs.create({ url: new URL('library.html', browser.runtime.getURL('')).href });
}

/** Opens the settings page, or brings it to the front. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
