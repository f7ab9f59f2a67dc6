/*
 * npm run bench:bpe [-- ROUNDS]
 *
 * Training one's own byte-pair encoding on 1 MB of English (the first of the training corpus, `TRAIN_TEXT` or
 * ../shared/corpus/train.txt), as the worker does it, and encoding the same text with it. Every measurement is a fresh process;
 * rounds are interleaved and medians count. Exit code 1 when 1,024 merges take longer than 10 s, or a step longer than 100 ms.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('measure.ts', import.meta.url));
const file =
  process.env['TRAIN_TEXT'] ?? fileURLToPath(new URL('../../../shared/corpus/train.txt', import.meta.url));
const rounds = Number(process.argv[2] ?? 3);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('ROUNDS: a whole number of 1 or more is accepted');

const units = 1_000_000;
const cases = (['none', 'gpt2'] as const).flatMap((preSplit) =>
  [1280, 8192].map((size) => ({ preSplit, size })),
);
/** Milliseconds: for 1,024 merges, and for a cancel to be heard. */
const bars = { train: 10_000, longest: 100 };

interface Measured {
  readonly train: number;
  readonly longest: number;
  readonly encode: number;
  readonly merges: number;
  readonly tokens: number;
}

const measured = cases.map((): Measured[] => []);
for (let round = 0; round < rounds; round++)
  cases.forEach(({ preSplit, size }, i) => {
    const args = ['--import', 'tsx', script, preSplit, String(size), file, String(units)];
    measured[i]!.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured);
  });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const column = (value: number): string => value.toFixed(0).padStart(9);

let failed = false;
console.log(
  `Node ${process.version}, ${String(rounds)} rounds, medians in ms; ${String(units)} UTF-16 units\n`,
);
console.log('pre-split  merges    train  longest step   encode    tokens');
cases.forEach(({ preSplit, size }, i) => {
  const of = (key: keyof Measured): number => median(measured[i]!.map((one) => one[key]));
  const passes = of('longest') <= bars.longest && (size > 1280 || of('train') <= bars.train);
  failed ||= !passes;
  console.log(
    `${preSplit.padEnd(9)} ${column(of('merges')).slice(2)}${column(of('train'))}${column(of('longest'))}     ${column(of('encode'))} ${column(of('tokens'))}  ${passes ? 'PASS' : 'FAIL'}`,
  );
});
console.log(failed ? 'FAIL' : 'PASS');
process.exitCode = failed ? 1 : 0;
