import { browser } from './browser';
import { logDefect } from './log';
import { activeTabId } from './tabs';

/**
 * Tells the tab in front of this page's own window, now and whenever another one comes to the front, until the returned
 * function is called.
 */
export function followActiveTab(onTab: (tabId: number | null) => void): () => void {
  let isOver = false;
  const look = (): void => {
    activeTabId().then(
      (tabId) => (isOver ? undefined : onTab(tabId)),
      (error: unknown) => logDefect('active tab', error),
    );
  };
  // Of every window: which one is ours is asked, not remembered.
  browser.tabs.onActivated.addListener(look);
  look();
  return () => {
    isOver = true;
    browser.tabs.onActivated.removeListener(look);
  };
}

/** How long a page that has loaded takes to be read, most of the time. */
const READ_MS = 700;

/** Calls back when a tab in front has loaded another page and again when that may have been read. */
export function onNavigated(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onUpdated = (
    _tabId: number,
    change: { readonly status?: string },
    tab: { readonly active: boolean },
  ): void => {
    if (!tab.active || change.status !== 'complete') return;
    changed();
    clearTimeout(timer);
    timer = setTimeout(changed, READ_MS);
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
