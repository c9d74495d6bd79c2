/**
 * The browser's extension API with promises in every browser that the manifest admits, for the background and the
 * extension's own pages. Chromium from 148 and Firefox have it themselves, and the polyfill then stands aside.
 *
 * The content script and what it shares (`messaging`) use `wxt/browser` instead: it needs only calls that give promises
 * natively everywhere, and would carry the polyfill into every page.
 */
export { default as browser } from 'webextension-polyfill';
