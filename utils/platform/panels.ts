import { browser } from './browser';

/**
 * Opens the popup. Browsers allow that without a click on the toolbar only in some states (a focused window, a recent
 * gesture); where they refuse, the same page opens in a tab beside the current one.
 */
export async function openPopup(tab: { readonly id: number; readonly index: number }): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(`popup.html?tabId=${tab.id}`);
    await browser.tabs.create({ url, index: tab.index + 1, openerTabId: tab.id });
  }
}

/** Opens the first-run page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** What opens Chromium’s side panel, which the polyfill does not know. */
interface SidePanels {
  readonly chrome?: {
    readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
  };
}

/** Opens the side panel of this window. Only straight from a click: browsers refuse it otherwise. */
export async function openSidePanel(): Promise<void> {
  const { chrome } = globalThis as SidePanels;
  if (chrome?.sidePanel === undefined) return browser.sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await chrome.sidePanel.open({ windowId: id });
}
