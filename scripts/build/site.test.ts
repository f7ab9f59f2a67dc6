import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressSite } from './compress-site.ts';
import { listSite } from './list-site.ts';

const page = {
  'index.html': '<p>page</p>',
  '.vite/manifest.json': '{}',
  'assets/index-3f9a1c2b.js': 'x',
  'assets/r50k_base-3f9a1c2b.js': 'x',
  'assets/o200k_base-3f9a1c2b.js': 'x',
  'assets/inter-latin-wght-normal-3f9a1c2b.woff2': 'x',
  'assets/inter-cyrillic-ext-wght-normal-3f9a1c2b.woff2': 'x',
  'models/trigram/table.bin': 'x',
  'models/tiny/weights.bin': 'x',
  'models/tiny/unseen-ids.json': 'x',
  'models/large/weights.bin': 'x',
  'licences.md': 'x',
  'favicon.svg': 'x',
};

async function withFolder<T>(files: Record<string, string>, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'built-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('kept from the start is what the first visit can need, and only that', async () => {
  const { install } = await withFolder(page, listSite);
  expect(install).toEqual([
    'assets/index-3f9a1c2b.js',
    'assets/inter-latin-wght-normal-3f9a1c2b.woff2',
    'assets/r50k_base-3f9a1c2b.js',
    'favicon.svg',
    './',
    'models/tiny/weights.bin',
    'models/trigram/table.bin',
  ]);
});

test('another content under the same names is another build', async () => {
  const one = await withFolder(page, listSite);
  const same = await withFolder(page, listSite);
  const other = await withFolder({ ...page, 'index.html': '<p>changed</p>' }, listSite);
  expect(same.build).toBe(one.build);
  expect(other.build).not.toBe(one.build);
});

test('packed copies unpack to the file; small files, the page and bytes that do not shrink have none', async () => {
  const long = 'the same words again and again. '.repeat(100);
  await withFolder(
    { 'index.html': long, 'assets/a.js': long, 'assets/b.js': 'short', 'c.woff2': long },
    async (folder) => {
      await compressSite(folder);
      expect((await readdir(join(folder, 'assets'))).toSorted()).toEqual([
        'a.js',
        'a.js.br',
        'a.js.gz',
        'b.js',
      ]);
      expect((await readdir(folder)).toSorted()).toEqual(['assets', 'c.woff2', 'index.html']);
      expect(brotliDecompressSync(await readFile(join(folder, 'assets/a.js.br'))).toString()).toBe(long);
      expect(gunzipSync(await readFile(join(folder, 'assets/a.js.gz'))).toString()).toBe(long);
    },
  );
});
