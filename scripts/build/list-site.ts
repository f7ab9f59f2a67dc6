import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What the service worker is told about the build that it belongs to. */
export interface SiteList {
  /** Hash over all names and contents: another build has another one. */
  readonly build: string;
  /** Relative to the page. Fetched when the worker is installed: all that the page needs to work offline. */
  readonly install: readonly string[];
  /** Every file whose name carries a hash; a kept copy of any other such file is out of date. */
  readonly hashed: readonly string[];
}

/** Loaded when it is first chosen, and kept from then on. */
const onFirstUse = [
  // Vocabularies of encodings that no bundled model reads.
  /(p50k|cl100k|o200k)[^/]*$/,
  // Alphabets of the fonts that neither language of the page is written in.
  /-(cyrillic|greek|vietnamese|hebrew|devanagari)[^/]*\.woff2?$/,
  // Old browsers' fonts.
  /\.woff$/,
  // Models other than the two that the page starts with, and what no page reads.
  /^models\/(?!(trigram|tiny)\/)/,
  /^models\/tiny\/unseen-ids/,
  /\.(md|txt|map)$/,
];

/** Reads a built page's folder, before it is packed. `index.html` is listed as `./`, the address of the page. */
export async function listSite(directory: string): Promise<SiteList> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\./.test(path) && !/\.(br|gz)$/.test(path) && path !== 'sw.js')
    .toSorted();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(await readFile(join(directory, path)));
  return {
    build: hash.digest('hex').slice(0, 12),
    install: paths
      .filter((path) => !onFirstUse.some((pattern) => pattern.test(path)))
      .map((path) => (path === 'index.html' ? './' : path)),
    hashed: paths.filter((path) => path.startsWith('assets/')),
  };
}
