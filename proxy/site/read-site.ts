import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { contentType } from './content-type.ts';
import type { Coding, Site, SiteFile } from './site.ts';

const packed: readonly (readonly [suffix: string, coding: Coding])[] = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
];

/**
 * Reads a built page into memory, so that a rebuild under a running server cannot mix two versions.
 * Names that begin with a dot (the build's own notes) stay out. Rejects when there is no index.html.
 */
export async function readSite(directory: string): Promise<Site> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, place).split(sep).join('/')}`;
    if (path.includes('/.')) continue;
    bytes.set(path, new Uint8Array(await readFile(place)));
  }
  const index = bytes.get('/index.html');
  if (index === undefined) throw new Error(`no index.html in ${directory}`);

  const files = new Map<string, SiteFile>();
  for (const [path, plain] of bytes) {
    const isCopy = packed.some(
      ([suffix]) => path.endsWith(suffix) && bytes.has(path.slice(0, -suffix.length)),
    );
    if (isCopy || path === '/index.html') continue;
    const bodies = new Map<Coding, Uint8Array<ArrayBuffer>>([['identity', plain]]);
    for (const [suffix, coding] of packed) {
      const body = bytes.get(path + suffix);
      if (body !== undefined) bodies.set(coding, body);
    }
    files.set(path, {
      type: contentType(path),
      immutable: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path),
      hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      bodies,
    });
  }
  return { index: new TextDecoder().decode(index), files };
}
