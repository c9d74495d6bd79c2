import type { ErrorCode } from '../model/call-error';

export { CallError, type ErrorCode } from '../model/call-error';

/** The shape of messages on the wire, and the closed set of ways in which a call can fail. */

/** Which door of the background a call goes to; `tab` is the door of a content script. */
export type Door = 'page' | 'card' | 'panel' | 'tab';

export interface Call {
  readonly door: Door;
  readonly call: string;
  readonly request: unknown;
}

export interface Event {
  readonly event: string;
  readonly detail: unknown;
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

export function isCall(message: unknown): message is Call {
  if (typeof message !== 'object' || message === null) return false;
  const { door, call } = message as Partial<Call>;
  return typeof door === 'string' && typeof call === 'string';
}

export function isEvent(message: unknown): message is Event {
  return (
    typeof message === 'object' && message !== null && typeof (message as Partial<Event>).event === 'string'
  );
}
