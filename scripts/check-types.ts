import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** TypeScript 7, by its place: another package also calls its program `tsc`. */
const compiler = 'node_modules/typescript-native/bin/tsc';

/** Every world has a config of its own: what may be used in core, page, worker, Node and tests differs. */
const worlds = readdirSync('.').filter((name) => /^tsconfig\.(?!base)\w+\.json$/.test(name));
let failed = worlds.length === 0;
for (const world of worlds) {
  const { status } = spawnSync(process.execPath, [compiler, '-p', world, '--pretty'], { stdio: 'inherit' });
  if (status !== 0) failed = true;
  console.log(`${status === 0 ? 'ok' : 'not ok'}  ${world}`);
}
if (failed) process.exitCode = 1;
