import { hasOrigins } from './permissions';
import { unpackText } from './unpack';

/** What a host answered. */
export type NetReply =
  /** `etag` is the host's mark of this answer; `url` where it came from in the end. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | null; readonly url: string }
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'failed';
      readonly code: 'offline' | 'status' | 'redirect' | 'too-large';
      readonly detail: string;
    };

/** Longest wait for one file, in milliseconds. */
const TIMEOUT_MS = 120_000;

/**
 * Asks a host for a file, telling it nothing but the address: no cookies, no referrer, no user name.
 *
 * @param etag the mark of the answer that is here already, or null
 * @param maxBytes where reading stops
 */
export async function getFile(url: string, etag: string | null, maxBytes: number): Promise<NetReply> {
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
      headers: etag === null ? {} : { 'If-None-Match': etag },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return failed('offline', '');
  }
  // A hop over plain http is refused by the extension's own content policy, except on this computer.
  if (response.redirected && new URL(response.url).protocol !== new URL(url).protocol)
    return failed('redirect', '');
  if (response.status === 304) return { type: 'unchanged' };
  if (!response.ok) return failed('status', String(response.status));
  const bytes = await bytesOf(response, maxBytes);
  if (bytes === null) return failed('too-large', '');
  if (bytes === 'cut') return failed('offline', '');
  return { type: 'bytes', bytes, etag: response.headers.get('etag'), url: response.url };
}

/** Whether the browser lets the extension ask this host. */
export function mayAsk(url: string): Promise<boolean> {
  return hasOrigins([originPattern(url)]);
}

/** The match pattern of one address's host, and of nothing else. Match patterns know no ports. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The text of a file that came, gzip or plain. Throws UnpackError. */
export function textOf(bytes: Uint8Array): AsyncGenerator<string, void, undefined> {
  return unpackText([bytes]);
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a text was signed with a key, both base64; `unknown` where the browser knows no Ed25519. */
export async function verifySignature(
  key: string,
  signature: string,
  text: string,
): Promise<'good' | 'bad' | 'unknown'> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', fromBase64(key), { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? 'unknown' : 'bad';
  }
  const isGood = await crypto.subtle.verify(
    { name: 'Ed25519' },
    imported,
    fromBase64(signature),
    new TextEncoder().encode(text),
  );
  return isGood ? 'good' : 'bad';
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
}

async function bytesOf(response: Response, maxBytes: number): Promise<Uint8Array | 'cut' | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > maxBytes) {
        await reader.cancel().catch(() => {});
        return null;
      }
      chunks.push(value);
    }
  } catch {
    return 'cut';
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function failed(code: 'offline' | 'status' | 'redirect' | 'too-large', detail: string): NetReply {
  return { type: 'failed', code, detail };
}
