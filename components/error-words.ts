import type { ErrorCode } from '../utils/model/call-error';

/** What happened, what is safe, what to do: in this order. */
export interface ErrorWords {
  readonly what: string;
  readonly safe: string;
  readonly toDo: string;
}

const UNCHANGED = 'Nothing was changed.';

/** Every failure in words. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  forbidden: {
    what: 'Backgrounder refused this request',
    safe: UNCHANGED,
    toDo: 'Open it again from the toolbar button.',
  },
  malformed: {
    what: 'This request made no sense to Backgrounder',
    safe: UNCHANGED,
    toDo: 'Check what was typed and try again.',
  },
  'not-found': {
    what: 'This is not there any more',
    safe: 'Everything else is still here.',
    toDo: 'Go back and choose again.',
  },
  expired: {
    what: 'This card has run out',
    safe: 'Your notes are all still here.',
    toDo: 'Move the pointer away and back to see it again.',
  },
  'too-large': {
    what: 'This is too long to be kept',
    safe: 'What you typed is still in the field.',
    toDo: 'Shorten it or split it in two.',
  },
  'read-only': {
    what: 'A newer version of Backgrounder keeps the data',
    safe: 'Your notes are safe and can be read; nothing is written.',
    toDo: 'Update this browser’s Backgrounder, then write here again.',
  },
  storage: {
    what: 'Your notes could not be reached just now',
    safe: 'Nothing that was saved is lost: it is on this computer.',
    toDo: 'Free some disk space or restart the browser, then try again.',
  },
  unavailable: {
    what: 'Backgrounder did not answer',
    safe: 'Your notes are on this computer.',
    toDo: 'It may be starting or being updated. Try again in a moment.',
  },
  internal: {
    what: 'Something went wrong in Backgrounder',
    safe: 'Your notes are on this computer.',
    toDo: 'Try again. If it stays, restart the browser.',
  },
};

/** The code that a failed call carries; `internal` for anything that is no failed call. */
export function failureCode(error: unknown): ErrorCode {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && Object.hasOwn(ERROR_WORDS, code) ? (code as ErrorCode) : 'internal';
}
