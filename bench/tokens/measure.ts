/*
 * One measurement in a process of its own: LIBRARY FILE WARM_UP_FILE → one line of JSON.
 * Warms up on another text for a second and a half, takes an encoder with empty caches, and times one call (cold) and the same again (warm).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { libraryNames, loadLibrary } from './libraries.ts';

const [library, timedFile, warmUpFile] = process.argv.slice(2);
const name = libraryNames.find((known) => known === library);
if (name === undefined || timedFile === undefined || warmUpFile === undefined) {
  throw new Error('usage: measure.ts LIBRARY FILE WARM_UP_FILE');
}
const timed = readFileSync(timedFile, 'utf8');
const warmUp = readFileSync(warmUpFile, 'utf8');

const loadStart = performance.now();
const fresh = await loadLibrary(name);
let encode = await fresh();
const load = performance.now() - loadStart;

const until = performance.now() + 1500;
for (let run = 0; run < 3 || performance.now() < until; run++) {
  encode(warmUp);
  if (run % 4 === 3) encode = await fresh();
}
encode = await fresh();
globalThis.gc?.();

const time = (): { took: number; ids: ArrayLike<number> } => {
  const start = performance.now();
  const ids = encode(timed);
  return { took: performance.now() - start, ids };
};
const cold = time();
// A second run tells what a cache of pieces is worth; not waited for where one takes seconds.
const warm = cold.took < 2000 ? time() : cold;
const hash = createHash('sha256').update(Uint32Array.from(cold.ids)).digest('hex');
process.stdout.write(
  `${JSON.stringify({ load, cold: cold.took, warm: warm.took, tokens: cold.ids.length, hash })}\n`,
);
