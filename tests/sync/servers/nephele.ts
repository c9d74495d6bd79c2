import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FileFolder from '@nephele/adapter-file-system';
import nephele, { UnauthorizedError } from 'nephele';
import { basicAuth } from '../../../utils/sync/remotes/http';
import { freePort, type Server } from './process';

const [USER, PASSWORD] = ['alice', 'secret'];

/** Nephele, a WebDAV server in this process: the one that is written in JavaScript, with weak ETags and real locks. */
export async function startNephele(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'backgrounder-nephele-'));
  const port = await freePort();
  const app = nephele({
    adapter: new FileFolder({ root }),
    authenticator: {
      authenticate: (request: IncomingMessage) =>
        request.headers.authorization === basicAuth(USER, PASSWORD)
          ? Promise.resolve({ username: USER })
          : Promise.reject(new UnauthorizedError('who is there?')),
      cleanAuthentication: () => Promise.resolve(),
    },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    user: USER,
    password: PASSWORD,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      rmSync(root, { recursive: true, force: true });
    },
  };
}
