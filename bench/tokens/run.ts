/*
 * npm run bench:tokens [-- --rounds N] [--limit SECONDS] [--corpus DIR]
 *
 * Time to encode a text under o200k_base: ours (the core's public face) against the libraries on npm, and Python's tiktoken
 * where it is installed. Every measurement is a fresh process; rounds are interleaved; medians count. Cold: the engine is
 * warm from another text, caches of pieces are empty. A library that takes longer than two seconds is measured once, and
 * one that goes beyond the limit is stopped. Exit code 1 when a bar is missed or ids differ from tiktoken's.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { type CaseName, caseNames, hostile, textsOf } from './cases.ts';
import { judge } from './judge.ts';
import { type LibraryName, libraryNames } from './libraries.ts';
import { type Column, type Measurement, Results } from './results.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    limit: { type: 'string', default: '20' },
    corpus: { type: 'string' },
    only: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
const limit = Number(options.limit);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('--rounds: a whole number of 1 or more is accepted');
if (!(limit > 0)) throw new Error('--limit: a number of seconds above 0 is accepted');
const cases = caseNames.filter(
  (name) => options.only === undefined || options.only.split(',').includes(name),
);

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-tokens-'));
const fileOf = (name: CaseName, what: string): string =>
  join(folder, `${name.replace(' ', '-')}.${what}.txt`);

function measure(column: Column, name: CaseName): Measurement | 'beyond limit' | 'not there' {
  const files = [fileOf(name, 'timed'), fileOf(name, 'warm-up')];
  const [command, args] =
    column === 'Python'
      ? ['python3', [script('native.py'), ...files]]
      : [process.execPath, ['--expose-gc', '--import', 'tsx', script('measure.ts'), column, ...files]];
  // Starting, loading and warming up are not in the limit.
  const timeout = (limit + 15) * 1000;
  const { status, stdout, stderr, signal } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout,
    maxBuffer: 1e8,
  });
  if (signal !== null) return 'beyond limit';
  if (status === 0) return JSON.parse(stdout) as Measurement;
  if (column === 'Python') return 'not there';
  throw new Error(`${column} on ${name}: ${stderr}`);
}

const columns: readonly Column[] = [...(libraryNames as readonly LibraryName[]), 'Python'];
const results = new Results(columns, limit);
try {
  for (const name of cases) {
    const { timed, warmUp } = textsOf(name, options.corpus);
    writeFileSync(fileOf(name, 'timed'), timed);
    writeFileSync(fileOf(name, 'warm-up'), warmUp);
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of cases) {
      for (const column of columns) {
        if (results.isSlow(column, name)) continue;
        results.add(column, name, measure(column, name));
      }
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

console.log(`Node ${process.version}, o200k_base, ${rounds} rounds, median ms, cold (warm)\n`);
console.log(results.table(cases));
const verdicts = cases.flatMap((name) => judge(results, name, hostile.includes(name)));
for (const { passes, text } of verdicts)
  console.log(`${passes === undefined ? '    ' : passes ? 'PASS' : 'FAIL'}  ${text}`);
process.exitCode = verdicts.some(({ passes }) => passes === false) ? 1 : 0;
