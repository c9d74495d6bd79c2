import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One request that a host got. */
export interface PackRequest {
  readonly path: string;
  readonly status: number;
  readonly cookie: string | undefined;
  readonly referrer: string | undefined;
}

/** A static host of packs on this computer: a folder, ETags, and whatever a test wants to go wrong. */
export interface PackHost {
  readonly origin: string;
  readonly requests: PackRequest[];
  /** Answers in place of files, by path. */
  readonly instead: Map<
    string,
    { readonly status: number; readonly type: string; readonly body: string | Uint8Array }
  >;
  close(): Promise<void>;
}

export async function servePacks(folder: string): Promise<PackHost> {
  const requests: PackRequest[] = [];
  const instead: PackHost['instead'] = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const told = (status: number): void => {
      requests.push({ path, status, cookie: request.headers.cookie, referrer: request.headers.referer });
    };
    const other = instead.get(path);
    const body = other?.body ?? contentOf(folder, path);
    if (body === null) {
      told(404);
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (other === undefined && request.headers['if-none-match'] === etag) {
      told(304);
      response.writeHead(304, { etag }).end();
      return;
    }
    told(other?.status ?? 200);
    response
      .writeHead(other?.status ?? 200, {
        etag,
        'content-type': other?.type ?? 'application/octet-stream',
        'set-cookie': 'seen=1',
      })
      .end(body);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    instead,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function contentOf(folder: string, path: string): Buffer | null {
  if (!/^\/[\w.-]+$/.test(path)) return null;
  try {
    return readFileSync(join(folder, path));
  } catch {
    return null;
  }
}
