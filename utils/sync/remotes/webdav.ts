import type { Bytes } from '../../crypto/bytes';
import { SyncError } from '../errors';
import type { Remote, RemoteFile } from '../remote';
import { ask, basicAuth, errorOfStatus, type Fetch, type HttpAnswer } from './http';
import { elements, hasElement, textOf } from './xml';

export interface WebDavSettings {
  /** The vault's own folder; its parent must exist, the folder itself is made when needed. */
  readonly folderUrl: string;
  readonly user: string;
  readonly password: string;
}

const PROPFIND =
  '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';

/**
 * A folder on a WebDAV server (RFC 4918): Nextcloud, ownCloud, Apache, rclone, a NAS. Four verbs and MKCOL; no locks, no
 * conditions, no moves, since servers keep none of them faithfully.
 */
export class WebDavRemote implements Remote {
  readonly #folder: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: Fetch;

  /** @throws TypeError when the address is none */
  constructor({ folderUrl, user, password }: WebDavSettings, fetch: Fetch) {
    this.#folder = new URL(folderUrl.endsWith('/') ? folderUrl : `${folderUrl}/`);
    this.#headers = user === '' ? {} : { Authorization: basicAuth(user, password) };
    this.#fetch = fetch;
  }

  async list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    const headers = { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' };
    const answer = await this.#ask(
      'PROPFIND',
      this.#folder,
      signal,
      new TextEncoder().encode(PROPFIND),
      headers,
    );
    // Made with the first file.
    if (answer.status === 404) return [];
    if (answer.status === 207) return filesOf(answer);
    // A plain web server says that it knows no such method, or answers with a page.
    throw answer.status < 300 || answer.status === 405 || answer.status === 501
      ? new SyncError('not-storage', { detail: `status ${answer.status}` })
      : errorOfStatus(answer);
  }

  async get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    const answer = await this.#ask('GET', this.#url(name), signal);
    if (answer.status === 404 || answer.status === 410) return null;
    if (answer.status !== 200) throw errorOfStatus(answer);
    return answer.bytes;
  }

  async put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    const first = await this.#put(name, bytes, signal);
    if (isDone(first)) return;
    // 409 by the standard, 404 and 403 in the wild: the folder is missing.
    if (![403, 404, 409].includes(first.status)) throw errorOfStatus(first);
    const made = await this.#ask('MKCOL', this.#folder, signal);
    // Whatever the answer: another profile may have made it meanwhile, which servers call 405, 409, 423 or even 500.
    const second = await this.#put(name, bytes, signal);
    if (isDone(second)) return;
    throw errorOfStatus(isDone(made) || made.status === 405 ? second : made);
  }

  async del(name: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#ask('DELETE', this.#url(name), signal);
    if (!isDone(answer) && answer.status !== 404 && answer.status !== 410) throw errorOfStatus(answer);
  }

  #put(name: string, bytes: Bytes, signal: AbortSignal): Promise<HttpAnswer> {
    return this.#ask('PUT', this.#url(name), signal, bytes, { 'Content-Type': 'application/octet-stream' });
  }

  #ask(
    method: string,
    url: URL,
    signal: AbortSignal,
    body?: Bytes,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    const request = { method, url: url.href, headers: { ...this.#headers, ...headers }, signal };
    return ask(this.#fetch, body === undefined ? request : { ...request, body });
  }

  #url(name: string): URL {
    return new URL(encodeURIComponent(name), this.#folder);
  }
}

function isDone({ status }: HttpAnswer): boolean {
  return status === 200 || status === 201 || status === 204;
}

function filesOf({ bytes }: HttpAnswer): RemoteFile[] {
  const xml = new TextDecoder().decode(bytes);
  if (!/<\/(?:[\w.-]+:)?multistatus\s*>\s*$/.test(xml))
    throw new SyncError('offline', { detail: 'cut listing' });
  return elements(xml, 'response').flatMap((response) => {
    const href = textOf(response, 'href') ?? '';
    const name = decodeURIComponentSafe(href.split('/').at(-1) ?? '');
    const sizeBytes = Number(textOf(response, 'getcontentlength') ?? Number.NaN);
    if (name === null || name === '' || hasElement(response, 'collection')) return [];
    return Number.isSafeInteger(sizeBytes) ? [{ name, sizeBytes }] : [];
  });
}

/** Null when the text is not well encoded, which none of our names is. */
function decodeURIComponentSafe(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
