import { render } from 'preact';
import { panelClient } from '../../utils/messaging/client';
import { onBackgroundEvent } from '../../utils/messaging/events';
import { logDefect } from '../../utils/platform/log';
import { openSidePanel } from '../../utils/platform/panels';
import { patternOf, requestOrigins } from '../../utils/platform/permissions';
import { activeTabId, openLibrary, openSettings, reloadTab } from '../../utils/platform/tabs';
import { Popup } from './Popup';
import type { PopupHost } from './popup-host';

const host: PopupHost = {
  allowSite: (site) => requestOrigins([patternOf(site)]),
  reloadTab,
  openSettings,
  openLibrary,
  openSidePanel: async () => {
    await openSidePanel();
    window.close();
  },
  onLibraryChanged: (changed) =>
    onBackgroundEvent((event) => {
      if (event === 'libraryChanged') changed();
    }),
  now: () => Date.now(),
};

/** The popup speaks of the tab in front, or, opened as a page of its own, of the one named by `?tabId=`. */
async function shownTab(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tabId');
  return named !== null && /^\d+$/.test(named) ? Number(named) : activeTabId();
}

async function start(root: Element): Promise<void> {
  const client = panelClient();
  const [tabId, openFirst] = await Promise.all([
    shownTab(),
    // Without an answer the popup opens on the page's names, and says itself what is wrong.
    client.takeOpenRequest({}).catch(() => null),
  ]);
  render(<Popup client={client} host={host} tabId={tabId} openFirst={openFirst} />, root);
}

const root = document.querySelector('#app');
if (root !== null) start(root).catch((error: unknown) => logDefect('popup', error));
