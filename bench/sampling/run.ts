/*
 * npm run bench:sampling [-- ROUNDS]
 *
 * What a slider move costs: the whole pipeline on logits that were ranked before, with a bias, penalties over 200
 * tokens, temperature, top-k, top-p and min-p, the final probabilities, the tape's order and one draw. Every
 * measurement is a fresh process; rounds are interleaved and the median of their medians counts.
 * The peer sorts rows of objects with a comparator in every stage that needs an order.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CaseName, cases, sizes } from './case.ts';

const script = fileURLToPath(new URL('measure.ts', import.meta.url));
const rounds = Number(process.argv[2] ?? 5);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('ROUNDS: a whole number of 1 or more is accepted');

function measure(who: 'ours' | 'naive' | 'ranking', vocabularySize: number, name: CaseName): number {
  const args = ['--import', 'tsx', script, who, String(vocabularySize), name];
  const line = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const result = JSON.parse(line) as { median: number };
  return result.median;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ms = (value: number): string => value.toFixed(2).padStart(9);

let failed = false;
console.log(`Node ${process.version}, ${String(rounds)} rounds, medians in ms\n`);
console.log('     V  order                ours     bar    naive   ratio');
for (const { vocabularySize, barMs } of sizes) {
  const ours = new Map<CaseName, number[]>(cases.map((name) => [name, []]));
  const naive = new Map<CaseName, number[]>(cases.map((name) => [name, []]));
  const ranking: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of cases) {
      ours.get(name)!.push(measure('ours', vocabularySize, name));
      if (round === 0) naive.get(name)!.push(measure('naive', vocabularySize, name)); // a hundred times longer: once
    }
    ranking.push(measure('ranking', vocabularySize, 'openai'));
  }
  for (const name of cases) {
    const time = median(ours.get(name)!);
    const peer = median(naive.get(name)!);
    const passes = time <= barMs;
    failed ||= !passes;
    const ratio = `${(peer / time).toFixed(0)} ×`.padStart(7);
    console.log(
      `${String(vocabularySize).padStart(6)}  ${name.padEnd(13)} ${ms(time)} ${ms(barMs).slice(2)} ${ms(peer)} ${ratio}  ${passes ? 'PASS' : 'FAIL'}`,
    );
  }
  console.log(
    `${String(vocabularySize).padStart(6)}  ranking, once per step of the model: ${ms(median(ranking)).trim()}\n`,
  );
}
console.log(failed ? 'FAIL' : 'PASS');
process.exitCode = failed ? 1 : 0;
