import { tabClient } from '@/utils/messaging/client';
import type { SelectedText } from '@/utils/model/capture';
import { browser } from '@/utils/platform/browser';
import { injectContentScript } from '@/utils/platform/content-scripts';
import { openPopup } from '@/utils/platform/panels';
import { siteOf } from '@/utils/platform/site';
import { openSelection } from '@/utils/services/capture';
import type { Library } from '@/utils/services/library';
import { requestOpen } from './open-request';

/** The entry of the context menu on a selection. */
export const CAPTURE_MENU = 'capture';

/** The tab that something was selected in. */
export interface SelectionTab {
  readonly id: number;
  readonly index: number;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}

/** Puts the entry into the context menu, once after installation or update; the browser keeps it. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: CAPTURE_MENU,
    title: 'Save “%s” with a note',
    contexts: ['selection'],
    documentUrlPatterns: ['*://*/*'],
  });
}

/**
 * Opens the popup on a form for what is selected, or on the note of a name that is known.
 *
 * @param menuText what the browser says is selected; null when a key was pressed and only the page knows
 */
export async function captureSelection(
  library: Library,
  tab: SelectionTab,
  menuText: string | null,
): Promise<void> {
  const selected = await selectionIn(tab.id);
  const url = tab.url ?? '';
  const page = selected?.page ?? { url, title: tab.title ?? '', site: siteOf(url) ?? '' };
  const text = menuText ?? selected?.text ?? '';
  // The menu can stand over a frame or a field of the page, whose selection the top frame does not see.
  const isSame = selected !== null && squeeze(selected.text) === squeeze(text);
  await requestOpen(
    await openSelection(library, {
      text,
      before: isSame ? selected.before : '',
      after: isSame ? selected.after : '',
      page,
    }),
  );
  await openPopup(tab);
}

/** The selection with its paragraph; null where no script of ours may run. */
async function selectionIn(tabId: number): Promise<SelectedText | null> {
  const ask = (): Promise<SelectedText | null> => tabClient(tabId).readSelection({});
  try {
    return await ask();
  } catch {
    // The click or key allows this one page (activeTab).
    return injectContentScript(tabId)
      .then(ask)
      .catch(() => null);
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '').slice(0, 500);
}
