import { tabClient } from '@/utils/messaging/client';
import type { PagePolicy, PageReport } from '@/utils/messaging/protocol';
import { CallError } from '@/utils/model/call-error';
import type { DocumentId } from '@/utils/model/ids';
import type { PageState, TextBlock } from '@/utils/model/page';
import { browser } from '@/utils/platform/browser';
import { grantedOrigins, injectContentScript } from '@/utils/platform/content-scripts';
import { sessionStore } from '@/utils/platform/session-store';
import { readSettings } from '@/utils/platform/settings';
import { siteOf } from '@/utils/platform/site';
import { pagePolicy } from '@/utils/services/page-policy';
import type { TabFacts } from '@/utils/services/view-page';

/** Makes every open page read its text again under the settings of now. Tabs without a content script stay as they are. */
export async function rescanTabs(): Promise<void> {
  const settings = await readSettings();
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id, url }) =>
      id === undefined ? [] : [rescan(id, pagePolicy(settings, siteOf(url ?? '')))],
    ),
  );
}

async function rescan(tabId: number, policy: PagePolicy): Promise<void> {
  const lit = (await sessionStore.get(litKey(tabId))) === true;
  await tabClient(tabId).rescan({ policy: lit ? { ...policy, scan: 'always' } : policy });
}

/** Where it is remembered that the reader asked to light the page that a tab shows. */
const litKey = (tabId: number): string => `lit:${tabId}`;

/** A tab loads another page: what was asked for the last one is over. */
export async function forgetLit(tabId: number): Promise<void> {
  await sessionStore.remove([litKey(tabId)]);
}

/** Lights up one page whatever the rules say, until it is left. */
export async function lightPage(tabId: number): Promise<void> {
  const settings = await readSettings();
  const policy: PagePolicy = { ...pagePolicy(settings, null), scan: 'always' };
  try {
    await tabClient(tabId).rescan({ policy });
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'unavailable') throw error;
    // No content script yet: the click on the toolbar allows this one page (activeTab).
    await injectContentScript(tabId).catch((cause: unknown) => {
      throw new CallError('forbidden', 'the browser keeps this page to itself', { cause });
    });
    await tabClient(tabId).rescan({ policy });
  }
  await sessionStore.set(litKey(tabId), true);
}

/** What can be known of a tab for the popup: its site, and its page's own report or why there is none. */
export async function tabFacts(tabId: number): Promise<TabFacts> {
  const tab = await browser.tabs.get(tabId).catch((cause: unknown) => {
    throw new CallError('not-found', 'the tab is gone', { cause });
  });
  const report = await tabClient(tabId)
    .describePage({})
    .catch(() => null);
  const url = tab.url ?? report?.page.url ?? '';
  const site = siteOf(url);
  const siteRule = site === null ? null : ((await readSettings()).sites[site] ?? null);
  const deaf = report === null ? await whyDeaf(url) : null;
  return { tabId, site, siteRule, deaf, report };
}

/** Why a tab has no content script. */
async function whyDeaf(url: string): Promise<PageState> {
  if (siteOf(url) === null || isPdf(url)) return 'closed';
  const allowed = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
  if (!allowed) return (await grantedOrigins()).length === 0 ? 'on-click' : 'no-permission';
  return isStore(url) ? 'closed' : 'needs-reload';
}

/** Extension stores and the browsers' own sites, which no extension may read whatever it was granted. */
function isStore(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return (
    [
      'chromewebstore.google.com',
      'addons.mozilla.org',
      'accounts.firefox.com',
      'support.mozilla.org',
    ].includes(hostname) ||
    (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'))
  );
}

function isPdf(url: string): boolean {
  return new URL(url).pathname.toLowerCase().endsWith('.pdf');
}

/** Whether a tab still shows this document, lit, and the detector holds it for a news article. */
export async function isArticleIn(tabId: number, documentId: DocumentId): Promise<boolean> {
  const report = await describe(tabId).catch(() => null);
  return report?.documentId === documentId && report.state === 'lit' && report.verdict?.isArticle === true;
}

/** What a page reported, or `unavailable` when it has no content script. */
export function describe(tabId: number): Promise<PageReport> {
  return tabClient(tabId).describePage({});
}

/** A page's text, for a worker that was restarted since the page sent it. */
export function readBlocks(tabId: number): Promise<TextBlock[]> {
  return tabClient(tabId).readBlocks({});
}
