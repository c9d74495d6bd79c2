/**
 * Makes `.output/<build>-granted` from each release build: `node scripts/build-granted.mjs`, after `npm run build`.
 * The copy has all hosts granted in its manifest, so that no test and no demonstration has to click through a permission
 * prompt; `tests/e2e/builds.test.ts` holds that nothing else differs.
 */
import { BROWSERS } from './lib/find-browser.mjs';
import { grantBuild, grantedFolder } from './lib/granted.mjs';

try {
  for (const browser of BROWSERS) {
    grantBuild(browser);
    console.log(`granted: ${grantedFolder(browser)}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
