import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSite } from './read-site.ts';

async function withFolder<T>(files: Record<string, string>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('packed copies belong to their file, and the build’s own notes stay out', async () => {
  const site = await withFolder(
    {
      'index.html': '<p>page</p>',
      'assets/index-3f9A1c-_.js': 'plain',
      'assets/index-3f9A1c-_.js.br': 'small',
      'models/trigram/table.bin': 'numbers',
      'lonely.gz': 'a download of its own',
      '.vite/manifest.json': '{}',
    },
    readSite,
  );
  expect(site.index).toBe('<p>page</p>');
  expect([...site.files.keys()].toSorted()).toEqual([
    '/assets/index-3f9A1c-_.js',
    '/lonely.gz',
    '/models/trigram/table.bin',
  ]);
  const script = site.files.get('/assets/index-3f9A1c-_.js')!;
  expect([...script.bodies.keys()]).toEqual(['identity', 'br']);
  expect(script.immutable).toBe(true);
  expect(site.files.get('/models/trigram/table.bin')!.immutable).toBe(false);
});

test('a folder without index.html is no built page', async () => {
  await expect(withFolder({ 'notes.txt': 'x' }, readSite)).rejects.toThrow('no index.html');
});
