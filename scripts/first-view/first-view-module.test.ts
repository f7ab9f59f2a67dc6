import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstViewModule } from './first-view-module.ts';

const file = new URL('../../src/rooms/playground/first-view-rows.ts', import.meta.url);

test('what is shown before anything has loaded is what the core computes', async () => {
  expect(readFileSync(file, 'utf8')).toBe(await firstViewModule());
});
