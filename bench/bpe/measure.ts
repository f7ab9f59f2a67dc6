/* One measurement in a process of its own: preSplit, vocabulary size, file → one line of JSON. */
import { readFileSync } from 'node:fs';
import { BpeEncoder } from '../../src/core/bpe/bpe-encoder.ts';
import { BpeTrainer } from '../../src/core/bpe/bpe-trainer.ts';

const [preSplit, sizeText, file, unitsText] = process.argv.slice(2);
if ((preSplit !== 'none' && preSplit !== 'gpt2') || file === undefined)
  throw new Error('usage: measure.ts none|gpt2 SIZE FILE UNITS');
const text = readFileSync(file, 'utf8').slice(0, Number(unitsText));

/** As the worker goes about it: in steps, the longest of which bounds how late a cancel is heard. */
const start = performance.now();
const trainer = new BpeTrainer(text, { size: Number(sizeText), preSplit });
let longest = performance.now() - start;
for (let ended = false; !ended;) {
  const step = performance.now();
  ended = trainer.run(16_384);
  longest = Math.max(longest, performance.now() - step);
}
const train = performance.now() - start;
const learned = trainer.learned();
const again = performance.now();
const ids = new BpeEncoder(learned).encode(text);
const encode = performance.now() - again;
process.stdout.write(
  `${JSON.stringify({ train, longest, encode, merges: trainer.done, tokens: ids.length })}\n`,
);
