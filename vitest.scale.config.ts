import { defineConfig } from 'vitest/config';

/** `npm run test:scale`: what needs a Redis, and is not a part of `npm test`. */
export default defineConfig({
  test: {
    include: ['proxy/testing/scale/*.scale.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
  },
});
