import { BROWSERS } from '../../../scripts/lib/find-browser.mjs';

/** Browsers that every journey is walked in. `E2E_BROWSER=firefox` narrows it down while one is working on a test. */
export const UNDER_TEST = BROWSERS.filter((browser) => (process.env['E2E_BROWSER'] ?? browser) === browser);
