import { render } from 'preact';
import { panelClient } from '../../utils/messaging/client';
import { EVERY_SITE, patternOf, requestOrigins } from '../../utils/platform/permissions';
import { openSettings } from '../../utils/platform/tabs';
import { Welcome, type WelcomeHost } from './Welcome';

const host: WelcomeHost = {
  allow: (sites) => requestOrigins(sites === null ? [EVERY_SITE] : sites.map(patternOf)),
  openSettings,
};

const root = document.querySelector('#app');
if (root !== null) render(<Welcome client={panelClient()} host={host} />, root);
