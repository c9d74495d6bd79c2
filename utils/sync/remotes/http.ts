import { type Bytes, concatBytes, toBase64, utf8 } from '../../crypto/bytes';
import { SyncError } from '../errors';

/** `fetch`, as an argument, so that a test or a signer can stand in for it. */
export type Fetch = (request: Request) => Promise<Response>;

/** How long a server may take to answer a short request. */
const ANSWER_MS = 30_000;

/** A slow line: 20 KB a second. */
const UPLOAD_BYTES_PER_MS = 20;

/** No file and no listing of ours comes near this; whoever sends more is no storage. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Bytes;
  readonly signal: AbortSignal;
}

/** An answer that was read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Bytes;
  readonly retryAfterMs: number | null;
}

/**
 * One request, its whole answer, and a limit on the time of both together: a server that sends a byte now and then is
 * as good as none. Redirects are not followed, since they would carry the password to another place; cookies and caches
 * stay out of it.
 *
 * @throws SyncError `offline`, `timeout`, `stopped`, `redirected`, `not-storage` for an answer without end
 */
export async function ask(
  fetch: Fetch,
  { method, url, headers, body, signal }: HttpRequest,
): Promise<HttpAnswer> {
  const timeout = AbortSignal.timeout(ANSWER_MS + Math.ceil((body?.length ?? 0) / UPLOAD_BYTES_PER_MS));
  try {
    const request = new Request(url, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, timeout]),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    });
    const response = await fetch(request);
    const isRedirect =
      response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    if (isRedirect && response.status !== 304) throw new SyncError('redirected');
    const bytes = await readAll(response, ANSWER_BYTES_MAX);
    const type = response.headers.get('Content-Type') ?? '';
    return { status: response.status, type, bytes, retryAfterMs: retryAfter(response.headers) };
  } catch (cause) {
    if (cause instanceof SyncError) throw cause;
    // Browsers disagree on which error an aborted request rejects with; the signals do not.
    if (signal.aborted) throw new SyncError('stopped', { cause });
    throw new SyncError(timeout.aborted ? 'timeout' : 'offline', { cause });
  }
}

async function readAll(response: Response, bytesMax: number): Promise<Bytes> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) return concatBytes(...parts);
    parts.push(value);
    length += value.length;
    if (length <= bytesMax) continue;
    await reader?.cancel();
    throw new SyncError('not-storage', { detail: `more than ${bytesMax} bytes` });
  }
}

/** What a status that the caller has no better idea of means. */
export function errorOfStatus({ status, retryAfterMs }: HttpAnswer): SyncError {
  const detail = `status ${status}`;
  switch (status) {
    case 401:
      return new SyncError('unauthorised', { detail });
    case 403:
      return new SyncError('forbidden', { detail });
    case 404:
    case 409:
    case 410:
      return new SyncError('not-found', { detail });
    case 408:
      return new SyncError('timeout', { detail });
    case 412:
    case 423:
      return new SyncError('locked', { detail });
    case 413:
      return new SyncError('too-large', { detail });
    case 429:
    case 503:
      return new SyncError('busy', { detail, retryAfterMs });
    case 507:
      return new SyncError('full', { detail });
    default:
      return new SyncError(status >= 500 ? 'server' : 'not-storage', { detail });
  }
}

/** HTTP Basic authentication (RFC 7617), in UTF-8. */
export function basicAuth(user: string, password: string): string {
  return `Basic ${toBase64(utf8(`${user}:${password}`))}`;
}

/** Seconds or a date (RFC 9110 10.2.3); dates are left to the next alarm, since clocks disagree. At most an hour. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : null;
}
