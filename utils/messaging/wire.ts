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

/**
 * Why a call failed.
 * - `forbidden`: this sender may not use this door.
 * - `malformed`: unknown call or arguments of the wrong shape or size.
 * - `not-found`: the entity, note or tab is not there.
 * - `expired`: the ticket was used or is too old.
 * - `too-large`: something exceeds its limit.
 * - `read-only`: a newer version of the extension owns the database.
 * - `storage`: the database refused (quota, corruption, private mode).
 * - `unavailable`: nobody answered; the background or the tab is being replaced.
 * - `internal`: a defect of ours.
 */
export type ErrorCode =
  | 'forbidden'
  | 'malformed'
  | 'not-found'
  | 'expired'
  | 'too-large'
  | 'read-only'
  | 'storage'
  | 'unavailable'
  | 'internal';

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** A call's failure, on both sides of the wire. The message is for logs; interfaces choose their words by `code`. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

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
