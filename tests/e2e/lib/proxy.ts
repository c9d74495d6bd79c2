import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a server that can be held up, so that something happens in the very middle of a request. */
export interface Proxy {
  /** Where the server's own address leads through here. */
  readonly url: string;
  /** Holds up the next upload before it reaches the server; resolves once it is here. */
  holdUpload(): Promise<void>;
  /** Lets what is held go its way, if its sender is still there. */
  release(): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  let held: (() => void) | null = null;
  let onHeld: (() => void) | null = null;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const pass = (): void => {
        const { method, headers, url = '/' } = incoming;
        const options = { method, headers: { ...headers, connection: 'close' } };
        const upstream = ask(new URL(url, target), options, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        });
        upstream.on('error', () => outgoing.destroy());
        upstream.end(Buffer.concat(chunks));
      };
      if (onHeld === null || incoming.method !== 'PUT') {
        pass();
        return;
      }
      held = () => {
        if (!outgoing.destroyed) pass();
      };
      onHeld();
      onHeld = null;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    holdUpload: () =>
      new Promise((resolve) => {
        onHeld = resolve;
      }),
    release: () => {
      held?.();
      held = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
