/*
 * npm run bench:vocabulary [-- ROUNDS]
 *
 * What it costs to look for something among the 200,019 ids of o200k_base, whose texts were read once before. Every
 * measurement is a fresh process that searches fifteen times: the first search, before anything is compiled, and the
 * median. Rounds are interleaved, and the median of their figures counts; the bar is held by the first search too.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { barMs, cases } from './cases.ts';

interface Figures {
  readonly reading: number;
  readonly first: number;
  readonly median: number;
  readonly hits: number;
}

const script = fileURLToPath(new URL('measure.ts', import.meta.url));
const rounds = Number(process.argv[2] ?? 3);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('ROUNDS: a whole number of 1 or more is accepted');

function measure(name: string): Figures {
  const line = execFileSync(process.execPath, ['--import', 'tsx', script, name], { encoding: 'utf8' });
  return JSON.parse(line) as Figures;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ms = (value: number): string => value.toFixed(1).padStart(8);

const names = Object.keys(cases);
const figures = new Map<string, Figures[]>(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const name of names) figures.get(name)!.push(measure(name));
}

let failed = false;
console.log(`Node ${process.version}, ${String(rounds)} rounds, medians in ms\n`);
console.log('case                             hits    first   median     bar');
for (const [name, measured] of figures) {
  const first = median(measured.map((one) => one.first));
  const usual = median(measured.map((one) => one.median));
  const passes = Math.max(first, usual) <= barMs;
  failed ||= !passes;
  const hits = String(measured[0]!.hits).padStart(8);
  console.log(
    `${name.padEnd(28)} ${hits} ${ms(first)} ${ms(usual)} ${ms(barMs)}  ${passes ? 'PASS' : 'FAIL'}`,
  );
}
const reading = median([...figures.values()].flatMap((measured) => measured.map((one) => one.reading)));
console.log(`\nreading the vocabulary, once: ${ms(reading).trim()} ms\n`);
console.log(failed ? 'FAIL' : 'PASS');
process.exitCode = failed ? 1 : 0;
