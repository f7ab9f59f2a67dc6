import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule } from './kernel-module.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../src/core/model/kernel/${name}`, import.meta.url), 'utf8');

test('the WebAssembly that ships is what its source gives', async () => {
  expect(read('kernel-binary.ts')).toBe(await kernelModule(read('kernel.wat')));
});
