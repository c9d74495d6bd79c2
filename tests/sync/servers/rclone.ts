import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, freePort, programPath, type Server, startProgram } from './process';

/** Debian's `rclone`; null where it is not installed. */
export const rclonePath = programPath('rclone');

/** `rclone serve webdav` on a folder of its own: leaves torn uploads lying about, ignores every condition. */
export async function startRclone(path: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-rclone-'));
  const port = await freePort();
  const [user, password] = ['alice', 'secret'];
  const options = ['--addr', `127.0.0.1:${port}`, '--user', user, '--pass', password];
  const program = startProgram(path, ['serve', 'webdav', folder, ...options, '--config', '/dev/null']);
  const url = `http://127.0.0.1:${port}/`;
  await answering(url);
  return {
    url,
    user,
    password,
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
