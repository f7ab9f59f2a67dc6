import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Trace } from './sampling/trace.ts';

const folder = await mkdtemp(join(process.cwd(), 'node_modules', '.core-docs-'));
afterAll(() => rm(folder, { recursive: true }));

test('the example in docs/core.md runs as written and gives what it says', async () => {
  const document = await readFile('docs/core.md', 'utf8');
  const [example] = [...document.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code!);
  const [, promised] = /`next` is `(.+?)` here/.exec(document)!;
  const core = pathToFileURL(join(process.cwd(), 'src', 'core', 'index.ts')).href;
  const program = `${example!.replace('../src/core/index.ts', core)}\nexport { next, trace };\n`;
  const file = join(folder, 'example.ts');
  await writeFile(file, program);
  const ran: unknown = await import(/* @vite-ignore */ file);
  const { next, trace } = ran as { readonly next: string; readonly trace: Trace };
  expect(next).toBe(promised);
  const total = trace.final.probabilities.reduce((sum, p) => sum + p, 0);
  expect(total).toBeCloseTo(1, 9);
  expect(trace.final.probabilities[257]).toBe(0);
});
