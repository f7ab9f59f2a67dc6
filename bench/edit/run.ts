/*
 * npm run bench:edit [-- --rounds N] [--corpus DIR]
 *
 * What an edit costs in the worker, without the page: a document under o200k_base is edited at random places, typed into in
 * one place, pasted into and cut, at 10 KB to 10 MB, against encoding all of it again. Every measurement is a fresh process;
 * rounds are interleaved and medians of the rounds count. English comes from DIR's train.txt, or is made up.
 * The bar: p99 of 3 ms at 1 MB, and from there to 10 MB growing by less than the text. It is held against the time at work,
 * without what an edit waited for a core that did something else; the time on the wall stands beside it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type CaseName, cases, sizes, textOf } from './case.ts';

interface Measured {
  readonly whole: number;
  readonly open: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
  readonly busyP99: number;
  readonly busyMax: number;
}
const fields = ['median', 'p99', 'max', 'busyP99', 'busyMax', 'whole', 'open'] as const;

const barMs = 3;
const barSize = 1_000_000;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, corpus: { type: 'string' } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('--rounds: a whole number of 1 or more is accepted');

const script = fileURLToPath(new URL('measure.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-edit-'));
const fileOf = (size: number): string => join(folder, `${size}.txt`);

function measure(size: number, name: CaseName): Measured {
  const args = ['--expose-gc', '--import', 'tsx', script, name, fileOf(size)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

const measured = new Map<string, Measured[]>();
const keyOf = (size: number, name: CaseName): string => `${name} ${size}`;
try {
  for (const size of sizes) writeFileSync(fileOf(size), textOf(size, options.corpus));
  for (let round = 0; round < rounds; round++) {
    for (const size of sizes) {
      for (const name of cases) {
        const key = keyOf(size, name);
        measured.set(key, [...(measured.get(key) ?? []), measure(size, name)]);
      }
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The median of the rounds. */
function of(size: number, name: CaseName, field: keyof Measured): number {
  const values = measured.get(keyOf(size, name))!.map((one) => one[field]);
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

const ms = (value: number): string => value.toFixed(3).padStart(9);
console.log(
  `Node ${process.version}, o200k_base, ${rounds} rounds, ms; × is encoding all against the median\n`,
);
console.log('                               on the wall                  at work');
console.log(
  '    size  case             median       p99       max       p99       max       all      open       ×',
);
for (const size of sizes) {
  for (const name of cases) {
    const values = fields.map((field) => of(size, name, field));
    const ratio = (of(size, name, 'whole') / of(size, name, 'median')).toFixed(0).padStart(7);
    console.log(`${String(size).padStart(8)}  ${name.padEnd(13)} ${values.map(ms).join(' ')} ${ratio}`);
  }
}

console.log('');
let failed = false;
for (const name of cases) {
  const p99 = of(barSize, name, 'busyP99');
  const largest = sizes.at(-1)!;
  const grows = of(largest, name, 'busyP99') / p99;
  const linear = largest / barSize;
  const passes = p99 <= barMs && grows < linear;
  failed ||= !passes;
  console.log(
    `${passes ? 'PASS' : 'FAIL'}  ${name}: p99 ${p99.toFixed(3)} ms at 1 MB, the bar is ${barMs}; ` +
      `× ${grows.toFixed(1)} at 10 MB, the bar is below ${linear}`,
  );
}
process.exitCode = failed ? 1 : 0;
