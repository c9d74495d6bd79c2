import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, freePort, programPath, type Server, startProgram } from './process';

/** Debian's `apache2`; null where it is not installed. */
export const apachePath = programPath('apache2');

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'mime',
  'dir',
  'dav',
  'dav_fs',
];

/** Apache's mod_dav on a folder of its own. */
export async function startApache(path: string): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'backgrounder-apache-'));
  const [data, lock] = [join(root, 'data'), join(root, 'lock')];
  for (const folder of [data, lock]) mkdirSync(folder);
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) giveTo('www-data', [root, data, lock]);
  const hash = execFileSync('openssl', ['passwd', '-apr1', 'secret'], { encoding: 'utf8' }).trim();
  writeFileSync(join(root, 'users'), `alice:${hash}\n`, { mode: 0o644 });
  writeFileSync(
    join(root, 'apache.conf'),
    [
      `ServerRoot ${root}`,
      `Listen 127.0.0.1:${port}`,
      'ServerName 127.0.0.1',
      'TypesConfig /dev/null',
      `PidFile ${join(root, 'pid')}`,
      `ErrorLog ${join(root, 'error.log')}`,
      ...(isRoot ? ['User www-data', 'Group www-data'] : []),
      ...MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      `DocumentRoot ${data}`,
      `DAVLockDB ${join(lock, 'db')}`,
      `<Directory ${data}>`,
      'Dav On',
      'DavDepthInfinity Off',
      'AuthType Basic',
      'AuthName test',
      `AuthUserFile ${join(root, 'users')}`,
      'Require valid-user',
      '</Directory>',
      '',
    ].join('\n'),
  );
  const program = startProgram(path, ['-f', join(root, 'apache.conf'), '-DFOREGROUND']);
  const url = `http://127.0.0.1:${port}/`;
  await answering(url);
  return {
    url,
    user: 'alice',
    password: 'secret',
    stop: async () => {
      await program.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function giveTo(user: string, paths: readonly string[]): void {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8' })),
  );
  for (const path of paths) chownSync(path, uid ?? 0, gid ?? 0);
}
