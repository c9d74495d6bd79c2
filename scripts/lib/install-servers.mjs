/** Gets the servers that the sync tests run against, where that is the custom. Node built-ins only. */
import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { canInstallByApt } from './install-browser.mjs';

/** Debian package to the program that it brings (`tests/sync/servers.md`). */
const SERVERS = {
  apache2: '/usr/sbin/apache2',
  rclone: '/usr/bin/rclone',
  openssl: '/usr/bin/openssl',
};

/**
 * Installs the servers that are missing by apt, as root on Debian or Ubuntu. Elsewhere their tests say aloud what was not
 * tested: nobody needs Apache to work on the rest.
 */
export async function ensureServers() {
  const missing = Object.keys(SERVERS).filter((name) => !existsSync(SERVERS[name]));
  if (missing.length === 0 || !canInstallByApt()) return;
  console.log(`Installing ${missing.join(', ')} (apt-get) ...`);
  // Without policy, Debian would start a server of its own on port 80.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if ((await run('apt-get', install, env)) === 0) return;
  await run('apt-get', ['update'], env);
  await run('apt-get', install, env);
}
