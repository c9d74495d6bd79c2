import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn, serve, type Server } from '../../scripts/lib/serve';

const parent = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(parent, 'site');
mkdirSync(folder);
writeFileSync(join(folder, 'a b.html'), '<p>inside');
writeFileSync(join(parent, 'secret.html'), '<p>outside');
mkdirSync(join(parent, 'site-two'));
writeFileSync(join(parent, 'site-two', 'x.html'), '<p>neighbour');

let server: Server;
beforeAll(async () => {
  server = await serve(filesIn(folder));
});
afterAll(() => server.close());

/** Status of a raw path: `fetch` would tidy the dots away. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('serves the files of the folder with their type', async () => {
  const response = await fetch(`${server.origin}/a%20b.html`);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toBe('<p>inside');
});

test.each(['/absent.html', '/', '/../secret.html', '/%2e%2e/secret.html', '/..%2fsite-two/x.html', '/%'])(
  '%s is not found',
  async (path) => {
    expect(await statusOf(path)).toBe(404);
  },
);
