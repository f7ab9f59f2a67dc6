import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,shared,proxy,scripts,training,bench}/**/*.test.{ts,tsx}'],
    setupFiles: ['scripts/testing/fail-on-console-error.ts'],
    testTimeout: 60_000,
  },
});
