import { browser } from 'wxt/browser';
import type { BackgroundEvents } from './protocol';
import { isEvent } from './wire';

type Listener = <Name extends keyof BackgroundEvents>(event: Name, detail: BackgroundEvents[Name]) => void;

/** Hears events of the background in a panel or card, until the returned function is called. */
export function onBackgroundEvent(listener: Listener): () => void {
  const receive = (message: unknown, sender: { id?: string | undefined; tab?: unknown }): undefined => {
    if (!isEvent(message) || sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    listener(
      message.event as keyof BackgroundEvents,
      message.detail as BackgroundEvents[keyof BackgroundEvents],
    );
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}

/** Tells every open panel and card. Nobody listening is the usual case and no error. */
export async function sendBackgroundEvent<Name extends keyof BackgroundEvents>(
  event: Name,
  detail: BackgroundEvents[Name],
): Promise<void> {
  try {
    await browser.runtime.sendMessage({ event, detail });
  } catch {
    // "Receiving end does not exist": no panel is open. The revision in the database tells those that open later.
  }
}
