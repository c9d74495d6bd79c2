import { defineConfig } from 'vitest/config';

/** End-to-end tests: the built extension in real Chromium and real Firefox, one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
