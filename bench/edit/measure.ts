/*
 * One measurement in a process of its own: CASE TEXT_FILE → one line of JSON, times in milliseconds.
 * A document's edits as the worker makes them: each with the count that follows it and the tokens at its place.
 */
import { readFileSync } from 'node:fs';
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { TokenDocument } from '../../src/core/tokens/token-document.ts';
import { random } from '../tokens/random.ts';
import { cases, editsOf, makeEdits } from './case.ts';

const [caseName, file] = process.argv.slice(2);
const name = cases.find((known) => known === caseName);
if (name === undefined || file === undefined) throw new Error('usage: measure.ts CASE TEXT_FILE');
const text = readFileSync(file, 'utf8');
const encoder = await loadEncoder('o200k_base');
const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
/**
 * Beside the time on the wall, what of it the process was at work (or less): a machine that does other things makes an edit
 * wait for a core, and threads that compile in the background spend time that nobody waits for.
 */
const timeBoth = (work: () => void): { took: number; busy: number } => {
  const before = process.cpuUsage();
  const took = time(work);
  const { user, system } = process.cpuUsage(before);
  return { took, busy: Math.min(took, (user + system) / 1000) };
};
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

const document = new TokenDocument(encoder, 'text');
const wholes = Array.from({ length: 5 }, () => time(() => encoder.encode(text, 'text')));
const opens = Array.from({ length: 3 }, () => time(() => document.open(text)));

const warmUp = Math.floor(editsOf[name] / 4);
const next = random(1);
let editAt = makeEdits(name, text, next);
let { length } = document.summary;
const took: number[] = [];
const busy: number[] = [];
let tokens = 0;
for (let i = -warmUp; i < editsOf[name]; i++) {
  if (i === 0) {
    // A text that has grown from pastes would not be the size that is measured.
    ({ length } = document.open(text));
    editAt = makeEdits(name, text, next);
    globalThis.gc?.();
  }
  const edit = editAt(length);
  const times = timeBoth(() => {
    ({ length } = document.edit([edit]));
    tokens += document.slice(edit.from, Math.min(length, edit.from + edit.insert.length + 1)).ids.length;
  });
  if (i < 0) continue;
  took.push(times.took);
  busy.push(times.busy);
}
const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
const result = {
  whole: middle(wholes),
  open: middle(opens),
  median: at(took, 0.5),
  p99: at(took, 0.99),
  max: at(took, 1),
  busyP99: at(busy, 0.99),
  busyMax: at(busy, 1),
  tokens,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
