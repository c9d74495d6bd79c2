import preactPreset from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit tests: the pure core and everything that a fake outside world is enough for. */
export default defineConfig({
  plugins: [WxtVitest(), preactPreset()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/e2e/**', 'node_modules/**'],
    environment: 'node',
  },
});
