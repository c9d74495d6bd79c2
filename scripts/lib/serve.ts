import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What a route answers. `headers` overrule the content type that `type` gives. */
export interface Answer {
  readonly status?: number;
  /** File extension that the content type follows from, `.html` unless given. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers one request by its path (without the query), or null for "not found". */
export type Route = (path: string) => Answer | null | Promise<Answer | null>;

export interface Server {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** Serves a route from 127.0.0.1 only, at a free port unless one is given. */
export async function serve(route: Route, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(route, request, response);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        // Browsers keep connections open, and close() alone would wait for them.
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The files below one folder, and nothing above it. */
export function filesIn(folder: string): Route {
  return async (path) => {
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder) + sep)) return null;
    try {
      return { type: extname(file).toLowerCase(), body: await readFile(file) };
    } catch {
      return null;
    }
  };
}

async function answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = await route(pathOf(request.url ?? '/'));
  const {
    status = 200,
    type = '.html',
    headers = {},
    body,
  }: Answer = found ?? {
    status: 404,
    body: '<!doctype html><title>Not found</title><p>Not found.',
  };
  const contentType = TYPES[type] ?? 'application/octet-stream';
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', ...headers });
  response.end(body);
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return '/';
  }
}
