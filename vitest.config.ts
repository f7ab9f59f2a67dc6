import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,shared,proxy,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
  },
});
