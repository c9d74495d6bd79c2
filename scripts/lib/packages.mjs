/** Installs the packages of the lock file when they are missing or older than it. Node built-ins only. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, npm } from './command.mjs';

/** npm writes this file at the end of every installation, so its time is the installation's. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const WANTED = join(ROOT, 'package-lock.json');

/** @returns {boolean} whether `node_modules` is as new as the lock file */
export function packagesAreFresh(installed = INSTALLED, wanted = WANTED) {
  const installedAt = statSync(installed, { throwIfNoEntry: false })?.mtimeMs;
  return installedAt !== undefined && installedAt >= statSync(wanted).mtimeMs;
}

/**
 * Brings `node_modules` to what the lock file says.
 *
 * @throws {Error} with words for the user when npm fails
 */
export async function ensurePackages() {
  if (packagesAreFresh()) return;
  console.log('Installing packages (once; npm ci) ...');
  const code = await npm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Error(
      `npm ci failed with exit code ${code}. Its own message stands above; the usual causes are no network, ` +
        'a proxy that npm does not know of (npm config set proxy), or a full disk. Nothing else was changed.',
    );
  }
}
