/**
 * Why something that was asked for did not happen; a closed set, so that interfaces have words for each.
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

/**
 * A failure with its reason, on both sides of the wire. The message is for logs and holds no name, note or address;
 * interfaces choose their words by `code`.
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
