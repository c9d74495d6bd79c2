import type { Session } from './session';
import { until } from './wait';

/** Events of the browser's own interface, which no automation reaches. A menu is used on the tab in front. */
export type BrowserEvent =
  { readonly type: 'command'; readonly name: string } | { readonly type: 'menu'; readonly text: string };

/** What Chromium's events can do in a worker, beside what the extension uses of them. */
interface Dispatcher {
  readonly chrome: {
    readonly commands: { readonly onCommand: { dispatch(name: string): void } };
    readonly contextMenus: { readonly onClicked: { dispatch(info: unknown, tab: unknown): void } };
    readonly tabs: { query(filter: unknown): Promise<readonly unknown[]> };
  };
}

/**
 * Hands Chromium's worker the event that a real key or menu would give it. A stopped worker is woken first, as the event
 * itself would.
 */
export async function dispatchInWorker(session: Session, event: BrowserEvent): Promise<void> {
  const isWorker = (target: { type(): string; url(): string }): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(session.origin);
  const find = () => session.browser.targets().find(isWorker);
  if (find() === undefined) await session.call({ door: 'panel', call: 'getStatus', request: {} });
  const worker = await until(async () => (await find()?.worker()) ?? null, 'there is a worker');
  await worker?.evaluate(async (given) => {
    const { chrome } = globalThis as unknown as Dispatcher;
    if (given.type === 'command') chrome.commands.onCommand.dispatch(given.name);
    else {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'capture', selectionText: given.text }, tab);
    }
  }, event);
}
