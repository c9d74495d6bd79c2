import type { Session } from './session';
import { until } from './wait';

/** Events of the browser's own interface, which no automation reaches. */
export type BrowserEvent = { readonly type: 'command'; readonly name: string };

/** What Chromium's events can do in a worker, beside what the extension uses of them. */
interface Dispatcher {
  readonly chrome: { readonly commands: { readonly onCommand: { dispatch(name: string): void } } };
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
  await worker?.evaluate(({ name }) => {
    (globalThis as unknown as Dispatcher).chrome.commands.onCommand.dispatch(name);
  }, event);
}
