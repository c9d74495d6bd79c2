import { AwsV4Signer } from 'aws4fetch';
import type { Bytes } from '../../crypto/bytes';
import { SyncError } from '../errors';
import type { Remote, RemoteFile } from '../remote';
import { ask, errorOfStatus, type Fetch, type HttpAnswer } from './http';
import { elements, textOf } from './xml';

export interface S3Settings {
  /** Address of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The vault's own folder within the bucket, without slashes at its ends. */
  readonly folder: string;
  /** `path`: endpoint/bucket/key, which most self-hosted services want. `host`: bucket.endpoint/key, as Amazon does. */
  readonly style: 'path' | 'host';
}

/** A folder in an S3-compatible object store: four requests, signed by AWS Signature Version 4. */
export class S3Remote implements Remote {
  readonly #settings: S3Settings;
  readonly #bucket: URL;
  readonly #prefix: string;
  readonly #fetch: Fetch;

  /** @throws TypeError when the address is none */
  constructor(settings: S3Settings, fetch: Fetch) {
    const { endpoint, bucket, folder, style } = settings;
    const base = new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
    if (style === 'host') base.hostname = `${bucket}.${base.hostname}`;
    this.#settings = settings;
    this.#bucket = style === 'host' ? base : new URL(`${encodeURIComponent(bucket)}/`, base);
    this.#prefix = `${folder}/`;
    this.#fetch = fetch;
  }

  async list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    const files: RemoteFile[] = [];
    let token: string | null = null;
    do {
      const url = new URL(this.#bucket);
      url.searchParams.set('list-type', '2');
      url.searchParams.set('prefix', this.#prefix);
      if (token !== null) url.searchParams.set('continuation-token', token);
      const answer = await this.#ask('GET', url, signal);
      if (answer.status !== 200) throw errorOf(answer);
      const xml = new TextDecoder().decode(answer.bytes);
      if (!/<\/ListBucketResult>\s*$/.test(xml)) throw notAListing(xml);
      files.push(...this.#filesOf(xml));
      token = textOf(xml, 'IsTruncated') === 'true' ? textOf(xml, 'NextContinuationToken') : null;
    } while (token !== null);
    return files;
  }

  async get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    const answer = await this.#ask('GET', this.#url(name), signal);
    if (answer.status === 200) return answer.bytes;
    // A missing bucket is a wrong address; a missing key is just no file.
    if (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket') return null;
    throw errorOf(answer);
  }

  async put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    const answer = await this.#ask('PUT', this.#url(name), signal, bytes);
    if (answer.status !== 200) throw errorOf(answer);
  }

  async del(name: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#ask('DELETE', this.#url(name), signal);
    if (answer.status !== 204 && answer.status !== 200 && answer.status !== 404) throw errorOf(answer);
  }

  #filesOf(xml: string): RemoteFile[] {
    return elements(xml, 'Contents').flatMap((entry) => {
      const key = textOf(entry, 'Key') ?? '';
      const sizeBytes = Number(textOf(entry, 'Size') ?? Number.NaN);
      const name = key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : '';
      return name === '' || name.includes('/') || !Number.isSafeInteger(sizeBytes)
        ? []
        : [{ name, sizeBytes }];
    });
  }

  #url(name: string): URL {
    return new URL(`${this.#prefix}${name}`.split('/').map(encodeURIComponent).join('/'), this.#bucket);
  }

  async #ask(method: string, url: URL, signal: AbortSignal, body?: Bytes): Promise<HttpAnswer> {
    const { accessKeyId, secretAccessKey, region } = this.#settings;
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
      ...(body === undefined ? {} : { body }),
    });
    const signed = await signer.sign();
    const headers: Record<string, string> = {};
    signed.headers.forEach((value, name) => {
      headers[name] = value;
    });
    const request = { method, url: signed.url.href, headers, signal };
    return ask(this.#fetch, body === undefined ? request : { ...request, body });
  }
}

/** The service's own word for what went wrong; empty when it gives none. */
function codeOf({ bytes }: HttpAnswer): string {
  return textOf(new TextDecoder().decode(bytes), 'Code') ?? '';
}

function errorOf(answer: HttpAnswer): SyncError {
  const code = codeOf(answer);
  const detail = code === '' ? `status ${answer.status}` : code;
  switch (code) {
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
    case 'InvalidToken':
    case 'RequestTimeTooSkewed':
      return new SyncError('unauthorised', { detail });
    case 'NoSuchBucket':
      return new SyncError('not-found', { detail });
    case 'SlowDown':
      return new SyncError('busy', { detail, retryAfterMs: answer.retryAfterMs });
    case 'EntityTooLarge':
      return new SyncError('too-large', { detail });
    case 'QuotaExceeded':
      return new SyncError('full', { detail });
    default:
      return errorOfStatus(answer);
  }
}

function notAListing(xml: string): SyncError {
  const isCut = /<ListBucketResult[\s>]/.test(xml);
  return new SyncError(isCut ? 'offline' : 'not-storage', { detail: 'no whole listing' });
}
