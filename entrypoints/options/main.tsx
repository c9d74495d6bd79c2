import { render } from 'preact';
import { panelClient } from '../../utils/messaging/client';
import { onBackgroundEvent } from '../../utils/messaging/events';
import { randomId } from '../../utils/model/ids';
import { grantedOrigins } from '../../utils/platform/content-scripts';
import { openWelcome } from '../../utils/platform/panels';
import { dropOrigins, EVERY_SITE, requestOrigins } from '../../utils/platform/permissions';
import { siteOf } from '../../utils/platform/site';
import { Options } from './Options';
import type { OptionsHost } from './options-host';
import { browserSyncHost } from './sync/browser-host';
import { packsHost } from './packs-host';

const host: OptionsHost = {
  grantedOrigins,
  allowEverySite: () => requestOrigins([EVERY_SITE]),
  takeBack: async () => dropOrigins(await grantedOrigins()),
  siteOf,
  openWelcome,
  now: () => Date.now(),
  newId: () => randomId((bytes) => crypto.getRandomValues(bytes)),
  packs: packsHost,
  onLibraryChanged: (changed) =>
    onBackgroundEvent((event) => {
      if (event === 'libraryChanged') changed();
    }),
};

const root = document.querySelector('#app');
if (root !== null) render(<Options client={panelClient()} host={host} sync={browserSyncHost()} />, root);
