import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packable = new Set(['.bin', '.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest', '.wasm']);

/** Below this a packed copy saves less than its own header costs. */
const leastBytes = 1024;

/** Brotli of a model takes seconds, so results are kept by the hash of what was packed. */
const cacheFolder = 'node_modules/.cache/packed';

const packings = [
  {
    suffix: '.br',
    pack: (plain: Uint8Array) =>
      promisify(brotliCompress)(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
        },
      }),
  },
  { suffix: '.gz', pack: (plain: Uint8Array) => promisify(gzip)(plain, { level: 9 }) },
] as const;

/** Writes `name.br` and `name.gz` beside every file of a built page that gets smaller by them. */
export async function compressSite(directory: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && packable.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    // The page itself gets a nonce per answer, so the server packs it then; dot folders are not served.
    .filter((path) => path !== join(directory, 'index.html') && !/[\\/]\./.test(path));
  await Promise.all(paths.map(compressFile));
}

async function compressFile(path: string): Promise<void> {
  const plain = await readFile(path);
  if (plain.byteLength < leastBytes) return;
  const hash = createHash('sha256').update(plain).digest('hex');
  for (const { suffix, pack } of packings) {
    const cached = join(cacheFolder, hash + suffix);
    let packed = await readFile(cached).catch(() => undefined);
    if (packed === undefined) {
      packed = await pack(plain);
      await writeFile(cached, packed);
    }
    if (packed.byteLength < plain.byteLength) await writeFile(path + suffix, packed);
  }
}
