/** The builds that tests and `npm start` load: the release builds with hosts granted. Node built-ins only. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, node } from './command.mjs';

/** Names of the builds under `.output`. */
export const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The release build's manifest with all hosts granted, and no other change. */
export function grantHosts(manifest) {
  return { ...manifest, host_permissions: ['<all_urls>'] };
}

/** Folder of a browser's granted build. */
export const grantedFolder = (browser) => join(ROOT, '.output', `${BUILDS[browser]}-granted`);

/** Folder of a browser's release build. */
export const releaseFolder = (browser) => join(ROOT, '.output', BUILDS[browser]);

/**
 * Copies a browser's release build to its granted twin.
 *
 * @throws {Error} when there is no release build
 */
export function grantBuild(browser) {
  const from = releaseFolder(browser);
  const to = grantedFolder(browser);
  const manifestFile = join(from, 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`There is no build in ${from}; npm run build makes it.`);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const granted = grantHosts(JSON.parse(readFileSync(manifestFile, 'utf8')));
  writeFileSync(join(to, 'manifest.json'), JSON.stringify(granted));
}

/**
 * Builds one browser's extension and its granted twin.
 *
 * @throws {Error} when the build fails
 */
export async function buildGranted(browser) {
  const target = browser === 'chromium' ? 'chrome' : 'firefox';
  const code = await node('node_modules/wxt/bin/wxt.mjs', ['build', '-b', target, '--mv3']);
  if (code !== 0)
    throw new Error(`The build for ${target} failed with exit code ${code}; its message stands above.`);
  grantBuild(browser);
}
