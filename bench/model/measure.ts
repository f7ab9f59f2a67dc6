/*
 * One measurement in a process of its own: WHO FOLDER [ONNX_FILE ONNXRUNTIME_FOLDER] → one line of JSON.
 * WHO is ours, plain (the same without WebAssembly) or onnx.
 */
import { openRunner, whoNames } from './runners.ts';

const [name, ...places] = process.argv.slice(2);
const who = whoNames.find((known) => known === name);
if (who === undefined)
  throw new Error(`usage: measure.ts ${whoNames.join('|')} FOLDER [ONNX_FILE ONNXRUNTIME_FOLDER]`);

/** Ids of a text that no cache has seen; the model's work does not depend on which they are. */
const idsFrom = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (seed * 7919 + i * 104_729) % 50_000);

const loadStart = performance.now();
const runner = await openRunner(who, places);
const load = performance.now() - loadStart;

// Warm up: what runs often is compiled by then.
await runner.prompt(idsFrom(1, 64));
for (let i = 0; i < 40; i++) await runner.next(i);

const prompts: number[] = [];
for (let run = 0; run < 5; run++) {
  const start = performance.now();
  await runner.prompt(idsFrom(run + 2, 256));
  prompts.push(performance.now() - start);
}

// From 28 tokens on, as after a first sentence, until the window is full.
await runner.prompt(idsFrom(9, 28));
const generated = 200;
const start = performance.now();
for (let i = 0; i < generated; i++) await runner.next((i * 31) % 50_000);
const each = (performance.now() - start) / generated;

prompts.sort((a, b) => a - b);
process.stdout.write(
  `${JSON.stringify({ load, prompt: prompts[2], each, memory: process.memoryUsage().rss / 2 ** 20, base: runner.base })}\n`,
);
