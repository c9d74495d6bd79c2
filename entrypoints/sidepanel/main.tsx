import { render } from 'preact';
import { panelClient } from '../../utils/messaging/client';
import { onBackgroundEvent } from '../../utils/messaging/events';
import { followActiveTab, onNavigated } from '../../utils/platform/follow-tab';
import { patternOf, requestOrigins } from '../../utils/platform/permissions';
import { openLibrary, openSettings, reloadTab } from '../../utils/platform/tabs';
import type { PopupHost } from '../popup/popup-host';
import { SidePanel } from './SidePanel';

const host: PopupHost = {
  allowSite: (site) => requestOrigins([patternOf(site)]),
  reloadTab,
  openSettings,
  openLibrary,
  onLibraryChanged: (changed) => {
    const stopEvents = onBackgroundEvent((event) => {
      if (event === 'libraryChanged') changed();
    });
    // The page in front is another one now: what is shown of it is as old as after a change of the library.
    const stopNavigation = onNavigated(changed);
    return () => {
      stopEvents();
      stopNavigation();
    };
  },
  now: () => Date.now(),
};

const root = document.querySelector('#app');
if (root !== null) {
  render(<SidePanel client={panelClient()} host={host} followTab={followActiveTab} />, root);
}
