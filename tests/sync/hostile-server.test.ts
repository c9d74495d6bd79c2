import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../utils/crypto/bytes';
import { type SyncCode, SyncError } from '../../utils/sync/errors';
import type { Remote } from '../../utils/sync/remote';
import { S3Remote } from '../../utils/sync/remotes/s3';
import { WebDavRemote } from '../../utils/sync/remotes/webdav';
import { freePort } from './servers/process';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const { signal } = new AbortController();
const NAME = 'aaaaaaaaaaaa_000000001_000000002_0123456789.log';
let answer: Answer = () => {};
let server: Server | null = null;
let origin = '';

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve) => {
    server = createServer((request, response) => {
      request.resume();
      request.once('end', () => answer(request, response));
    }).listen(port, '127.0.0.1', resolve);
  });
});

afterAll(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const webDav = (): Remote =>
  new WebDavRemote({ folderUrl: `${origin}/dav/vault`, user: 'ann', password: 'secret' }, fetch);

const s3 = (): Remote =>
  new S3Remote(
    {
      endpoint: origin,
      bucket: 'b',
      region: 'eu',
      accessKeyId: 'a',
      secretAccessKey: 's',
      folder: 'vault',
      style: 'path',
    },
    fetch,
  );

function says(status: number, body = '', headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end(body);
}

async function failure(request: Promise<unknown>): Promise<SyncError> {
  const cause = await request.then(
    () => null,
    (error: unknown) => error,
  );
  if (cause instanceof SyncError) return cause;
  throw new Error(`expected a SyncError, got ${String(cause)}`);
}

const STATUSES: readonly [number, SyncCode][] = [
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [408, 'timeout'],
  [412, 'locked'],
  [413, 'too-large'],
  [423, 'locked'],
  [429, 'busy'],
  [500, 'server'],
  [502, 'server'],
  [503, 'busy'],
  [507, 'full'],
  [302, 'redirected'],
  [418, 'not-storage'],
];

describe.each([
  ['WebDAV', webDav],
  ['S3', s3],
])('%s', (_, open) => {
  test.each(STATUSES)('status %d means %s, for every request', async (status, code) => {
    answer = says(status, 'sorry', { Location: 'https://example.org/' });
    const requests = [
      open().list(signal),
      open().get(NAME, signal),
      open().put(NAME, utf8('x'), signal),
      open().del(NAME, signal),
    ];
    expect(await Promise.all(requests.map(async (request) => (await failure(request)).code))).toEqual([
      code,
      code,
      code,
      code,
    ]);
  });

  test('a login page with status 200 is no storage', async () => {
    answer = says(200, '<!doctype html><title>Sign in</title>', { 'Content-Type': 'text/html' });
    expect((await failure(open().list(signal))).code).toBe('not-storage');
  });

  test('how long to wait is passed on, an hour at most', async () => {
    answer = says(429, '', { 'Retry-After': '120' });
    expect((await failure(open().list(signal))).retryAfterMs).toBe(120_000);
    answer = says(503, '', { 'Retry-After': '999999' });
    expect((await failure(open().list(signal))).retryAfterMs).toBe(3_600_000);
    answer = says(503, '', { 'Retry-After': 'Fri, 31 Dec 1999 23:59:59 GMT' });
    expect((await failure(open().list(signal))).retryAfterMs).toBeNull();
  });

  test.each([0, 1, 50, 99])('an answer cut after %d %% is no answer', async (percent) => {
    answer = (_request, response) => {
      response.writeHead(open === webDav ? 207 : 200, { 'Content-Length': '1000' });
      response.write('x'.repeat(percent * 10));
      setTimeout(() => response.destroy(), 20);
    };
    expect((await failure(open().list(signal))).code).toBe('offline');
  });

  test('an answer without end is no storage', async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1_000_000)));
      };
      response.writeHead(200).on('drain', more);
      more();
    };
    expect((await failure(open().get(NAME, signal))).code).toBe('not-storage');
  });

  test('a server that never ends its answer can be given up', async () => {
    answer = (_request, response) => {
      response.writeHead(200);
      response.write('x');
    };
    const controller = new AbortController();
    const pending = failure(open().get(NAME, controller.signal));
    controller.abort();
    expect((await pending).code).toBe('stopped');
  });

  test('no server at all is `offline`', async () => {
    const port = await freePort();
    const nowhere = new WebDavRemote(
      { folderUrl: `http://127.0.0.1:${port}/`, user: '', password: '' },
      fetch,
    );
    expect((await failure(nowhere.list(signal))).code).toBe('offline');
  });
});

const listing = (responses: string, prefix = 'D:'): string =>
  `<?xml version="1.0"?><${prefix}multistatus xmlns${prefix === '' ? '' : ':D'}="DAV:">${responses}</${prefix}multistatus>`;

const file = (href: string, size: number, prefix = 'D:'): string =>
  `<${prefix}response><${prefix}href>${href}</${prefix}href><${prefix}propstat><${prefix}prop>` +
  `<${prefix}getcontentlength>${size}</${prefix}getcontentlength><${prefix}resourcetype/>` +
  `</${prefix}prop></${prefix}propstat></${prefix}response>`;

const folder = (href: string): string =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>`;

const entry = (key: string, size: number): string =>
  `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`;
const page = (inner: string): string => `<?xml version="1.0"?><ListBucketResult>${inner}</ListBucketResult>`;

describe('WebDAV listings', () => {
  test.each([
    ['with a prefix', 'D:'],
    ['without one', ''],
    ['with another', 'lp1:'],
  ])('%s are read', async (_, prefix) => {
    answer = says(
      207,
      listing(file('/dav/vault/a.log', 5, prefix) + file(`${origin}/dav/vault/b%20c`, 7, prefix), prefix),
    );
    expect(await webDav().list(signal)).toEqual([
      { name: 'a.log', sizeBytes: 5 },
      { name: 'b c', sizeBytes: 7 },
    ]);
  });

  test('the folder itself, folders in it and broken entries are left out', async () => {
    const broken = '<D:response><D:href>/dav/vault/%E0%A4%A</D:href></D:response>';
    answer = says(
      207,
      listing(folder('/dav/vault/') + folder('/dav/vault/sub') + broken + file('/dav/vault/a&amp;b', 1)),
    );
    expect(await webDav().list(signal)).toEqual([{ name: 'a&b', sizeBytes: 1 }]);
  });

  test('a million tags that are never closed are no trouble', async () => {
    const flood = '<D:response><D:href '.repeat(200_000);
    answer = says(207, listing(flood));
    expect(await webDav().list(signal)).toEqual([]);
    answer = says(207, listing('<D:response>'.repeat(500_000)));
    expect(await webDav().list(signal)).toEqual([]);
  });

  test('one that ends too early is not taken for a smaller folder', async () => {
    answer = says(207, listing(file('/dav/vault/a.log', 5)).slice(0, -5));
    expect((await failure(webDav().list(signal))).code).toBe('offline');
  });

  test('a plain web server that knows no PROPFIND is no storage', async () => {
    for (const status of [405, 501]) {
      answer = says(status);
      expect((await failure(webDav().list(signal))).code).toBe('not-storage');
    }
  });

  test('the folder is made with the first file, a missing parent is a wrong address', async () => {
    const seen: string[] = [];
    answer = (request, response) => {
      seen.push(request.method ?? '');
      response.writeHead(request.method === 'MKCOL' || seen.includes('MKCOL') ? 201 : 409).end();
    };
    await webDav().put(NAME, utf8('x'), signal);
    expect(seen).toEqual(['PUT', 'MKCOL', 'PUT']);
    answer = says(409);
    expect((await failure(webDav().put(NAME, utf8('x'), signal))).code).toBe('not-found');
  });

  test('the password goes in one header and nowhere else', async () => {
    const heads: (string | undefined)[] = [];
    answer = (request, response) => {
      heads.push(request.headers.authorization, request.headers.cookie, request.url);
      response.writeHead(404).end();
    };
    await webDav().list(signal);
    expect(heads).toEqual([`Basic ${btoa('ann:secret')}`, undefined, '/dav/vault/']);
  });
});

describe('S3 listings', () => {
  test('go on over pages and leave other folders alone', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.url);
      const isSecond = request.url?.includes('continuation-token=t%2F1') ?? false;
      response.end(
        isSecond
          ? page(entry('vault/b', 2) + entry('vault/sub/c', 3) + entry('other/d', 4))
          : page(
              `<IsTruncated>true</IsTruncated><NextContinuationToken>t/1</NextContinuationToken>${entry('vault/a', 1)}`,
            ),
      );
    };
    expect(await s3().list(signal)).toEqual([
      { name: 'a', sizeBytes: 1 },
      { name: 'b', sizeBytes: 2 },
    ]);
    expect(asked).toHaveLength(2);
  });

  test.each<[string, SyncCode]>([
    ['SignatureDoesNotMatch', 'unauthorised'],
    ['InvalidAccessKeyId', 'unauthorised'],
    ['AccessDenied', 'forbidden'],
    ['NoSuchBucket', 'not-found'],
    ['SlowDown', 'busy'],
  ])('the code %s means %s', async (word, code) => {
    const status = word === 'NoSuchBucket' ? 404 : word === 'SlowDown' ? 503 : 403;
    answer = says(status, `<Error><Code>${word}</Code></Error>`);
    expect((await failure(s3().list(signal))).code).toBe(code);
    expect((await failure(s3().get(NAME, signal))).code).toBe(code);
  });
});
