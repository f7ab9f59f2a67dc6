import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';

const text = readFileSync('package-lock.json', 'utf8');
const names = v.optional(v.record(v.string(), v.string()), {});
const lock = v.parse(
  v.object({
    packages: v.record(
      v.string(),
      v.object({ version: v.optional(v.string()), dependencies: names, optionalDependencies: names }),
    ),
  }),
  JSON.parse(text),
);

/** Where Node would find a package that is named in another: in its own folder, or in one around it. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

test('the lock file has no holes: packages for other platforms are in it as well', () => {
  const holes = Object.entries(lock.packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(from, name))
      .map((name) => `${from} → ${name}`),
  );
  expect(holes).toEqual([]);
});

test('the lock file names no registry, so any mirror will do', () => {
  expect(text).not.toMatch(/"resolved"|registry|\.tgz/);
});
