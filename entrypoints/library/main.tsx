import { render } from 'preact';
import { panelClient } from '../../utils/messaging/client';
import { onBackgroundEvent } from '../../utils/messaging/events';
import { randomId } from '../../utils/model/ids';
import { patternOf, requestOrigins } from '../../utils/platform/permissions';
import { openSettings, reloadTab } from '../../utils/platform/tabs';
import { LibraryPage } from './LibraryPage';
import type { LibraryHost } from './library-host';

const host: LibraryHost = {
  allowSite: (site) => requestOrigins([patternOf(site)]),
  reloadTab,
  openSettings,
  onLibraryChanged: (changed) =>
    onBackgroundEvent((event) => {
      if (event === 'libraryChanged') changed();
    }),
  now: () => Date.now(),
  newId: () => randomId((bytes) => crypto.getRandomValues(bytes)),
};

const root = document.querySelector('#app');
if (root !== null) render(<LibraryPage client={panelClient()} host={host} />, root);
