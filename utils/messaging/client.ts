import { browser } from 'wxt/browser';
import type { CardCalls, PageCalls, PanelCalls, TabCalls } from './protocol';
import { CallError, type Call, type Door, type Reply } from './wire';

/** A set of calls as functions that answer with a promise and reject with {@link CallError}. */
export type Client<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (request: infer Request) => infer Value
    ? (request: Request) => Promise<Value>
    : never;
};

/** How a message gets to the other side; resolves with its reply, or undefined when nobody answered. */
type Send = (message: Call) => Promise<unknown>;

const toBackground: Send = (message) => browser.runtime.sendMessage(message);

/** How long a background that is just being stopped may take until a new one listens, in milliseconds. */
const RESTART_MS = 200;

/**
 * Firefox says "Receiving end does not exist" of a message that came while it was stopping an idle background, heard or not.
 * What pages ask can be asked twice; what panels ask may write, so they are told.
 */
const toBackgroundTwice: Send = async (message) => {
  try {
    return await toBackground(message);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('Receiving end does not exist'))) throw error;
    await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    return toBackground(message);
  }
};

/** Calls of the content script. */
export const pageClient = (): Client<PageCalls> => createClient<PageCalls>('page', toBackgroundTwice);

/** Calls of the hover card. */
export const cardClient = (): Client<CardCalls> => createClient<CardCalls>('card', toBackground);

/** Calls of the popup and the extension's other own pages. */
export const panelClient = (): Client<PanelCalls> => createClient<PanelCalls>('panel', toBackground);

/** Calls of the background to the content script in a tab's top frame. */
export const tabClient = (tabId: number): Client<TabCalls> =>
  createClient<TabCalls>('tab', (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }));

function createClient<Calls>(door: Door, send: Send): Client<Calls> {
  return new Proxy({} as Client<Calls>, {
    get: (_target, call) => (request: unknown) => ask(send, { door, call: String(call), request }),
  });
}

async function ask(send: Send, message: Call): Promise<unknown> {
  let reply: Reply | undefined;
  try {
    reply = (await send(message)) as Reply | undefined;
  } catch (cause) {
    // "Receiving end does not exist", "Extension context invalidated", a port that closed: nobody answered.
    throw new CallError('unavailable', `${message.door}.${message.call}: no answer`, { cause });
  }
  if (typeof reply !== 'object' || reply === null) {
    throw new CallError('unavailable', `${message.door}.${message.call}: no answer`);
  }
  if (!reply.ok) throw new CallError(reply.code, reply.message);
  return reply.value;
}
