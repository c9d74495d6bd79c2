import { browser } from 'wxt/browser';

/** The match pattern that stands for every web page. */
export const EVERY_SITE = '*://*/*';

/** Match pattern of one site and what lies under it: `bbc.co.uk` covers `www.bbc.co.uk`. */
export function patternOf(site: string): string {
  // A name without a dot (`localhost`) and an address in numbers have nothing under them.
  const isPlain = !site.includes('.') || /^[\d.]+$|^\[/.test(site);
  return isPlain ? `*://${site}/*` : `*://*.${site}/*`;
}

/**
 * Asks the reader for the right to read pages. Browsers allow the question only straight from a click: call it first
 * thing in the handler, before anything is awaited.
 *
 * @returns whether all of it is granted now; false too when the browser refuses to ask
 */
export async function requestOrigins(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...origins] });
  } catch {
    // Not from a click, or a pattern that this browser does not offer: either way nothing was granted.
    return false;
  }
}

/** Whether pages of all these patterns may be read. */
export async function hasOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Gives rights back. False when the browser keeps them, because the manifest demands them. */
export async function dropOrigins(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [...origins] });
  } catch {
    return false;
  }
}
