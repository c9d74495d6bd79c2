/** Everything that can stop a round. The words for the reader are in {@link ADVICE}. */
export type SyncCode =
  | 'offline'
  | 'timeout'
  | 'stopped'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'not-storage'
  | 'redirected'
  | 'locked'
  | 'busy'
  | 'full'
  | 'too-large'
  | 'server'
  | 'not-landed'
  | 'newer-format'
  | 'wrong-vault'
  | 'many-deletions'
  | 'no-permission'
  | 'disk-full'
  | 'broken';

/** A failure of sync. Whether another try can help is decided here, where the cause is known. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncCode;
  /** Whether the next alarm should simply try again, without a word. */
  readonly retryable: boolean;
  /** How long the server asked to be left alone, or null. */
  readonly retryAfterMs: number | null;

  constructor(
    code: SyncCode,
    options: {
      readonly cause?: unknown;
      readonly retryAfterMs?: number | null;
      readonly detail?: string;
    } = {},
  ) {
    super(options.detail === undefined ? code : `${code}: ${options.detail}`, { cause: options.cause });
    this.code = code;
    this.retryable = RETRYABLE.has(code);
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

const RETRYABLE: ReadonlySet<SyncCode> = new Set([
  'offline',
  'timeout',
  'stopped',
  'locked',
  'busy',
  'server',
  'not-landed',
  'broken',
]);

/** What happened, what is safe and what to do, for the settings page. */
export const ADVICE: Readonly<Record<SyncCode, string>> = {
  offline: 'The storage could not be reached. Your notes are safe here and will be sent when it answers.',
  timeout: 'The storage took too long to answer. Your notes are safe here; the next try continues.',
  stopped: 'Sync was stopped. It continues where it was.',
  unauthorised: 'The storage refused the user name or password. Your notes are safe here; enter them again.',
  forbidden:
    'The account may not write to this folder. Your notes are safe here; choose another folder or ask its owner.',
  'not-found': 'There is no folder at this address. Your notes are safe here; check the address.',
  'not-storage':
    'The address answers with a web page, not with storage. Your notes are safe here; check the address.',
  redirected: 'The storage sends us to another address. Your notes are safe here; enter the new address.',
  locked: 'The folder is locked by another program. Your notes are safe here and will be sent later.',
  busy: 'The storage asks us to come back later. Your notes are safe here and will be sent then.',
  full: 'The storage is full. Your notes are safe here but not sent; make room in the storage.',
  'too-large': 'The storage does not take files of this size. Your notes are safe here but not all sent.',
  server: 'The storage has a problem of its own. Your notes are safe here and will be sent when it recovers.',
  'not-landed':
    'The storage did not keep what it was given. Your notes are safe here and will be sent again.',
  'newer-format':
    'Another profile uses a newer version. Your notes are safe here; update the extension on this profile to send them.',
  'wrong-vault':
    'The folder holds notes under another key. Nothing was changed; pair this profile again or choose another folder.',
  'many-deletions':
    'Another profile deleted many notes at once. Nothing was deleted here yet; look at the list and decide.',
  'disk-full':
    'This computer has no room left for the extension. What was saved is safe; make room on the disk.',
  broken: 'Something went wrong inside the extension. Your notes are safe; the next try starts afresh.',
  'no-permission':
    'The browser no longer lets us reach this address. Your notes are safe here; connect again.',
};

/**
 * A `SyncError` as it is. Remotes throw nothing else, so whatever else arrives comes from this side: the database or a
 * mistake of ours.
 */
export function syncErrorOf(cause: unknown): SyncError {
  if (cause instanceof SyncError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'QuotaExceededError') return new SyncError('disk-full', { cause });
  return new SyncError(name === 'AbortError' ? 'stopped' : 'broken', { cause });
}
