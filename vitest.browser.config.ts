import preactPreset from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/lib/find-browser.mjs';

/** Tests that need a real browser: highlights, ranges, layout, IndexedDB. Browsers come from the system, never a download. */
export default defineConfig({
  plugins: [preactPreset()],
  // WXT's own test plugin sets up a fake browser in Node; here the browser is real and only the alias is needed.
  resolve: { alias: { '@': import.meta.dirname } },
  // Named here, since one that is found while a test runs makes Vite bundle them anew, and Preact twice.
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      'axe-core',
      'dexie',
      'fast-check',
      'markdown-it',
      'uqr',
      'minisearch/SearchableMap',
      'fflate',
      'valibot',
      '@mozilla/readability/Readability-readerable.js',
    ],
  },
  test: {
    include: ['tests/browser/**/*.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: findBrowser('chromium') ?? 'chromium',
          args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
