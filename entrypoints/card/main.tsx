import { render } from 'preact';
import { cardClient } from '../../utils/messaging/client';
import { logDefect } from '../../utils/platform/log';
import { Card } from './Card';
import { hostPort } from './greeting';

async function start(root: Element): Promise<void> {
  const port = await hostPort(window);
  render(<Card client={cardClient()} port={port} now={() => Date.now()} />, root);
}

const root = document.querySelector('#app');
if (root !== null) start(root).catch((error: unknown) => logDefect('card', error));
