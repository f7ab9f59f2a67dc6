/**
 * Edits texts at random and compares a document, ids and spans, with encoding the whole text afresh after every edit.
 * `EDITS` are in all, over 5 kinds of text and 4 encodings.
 *
 *     npm run fuzz:edits [-- --edits EDITS] [--seed SEED]
 */
import { parseArgs } from 'node:util';
import { encodingIds } from '../src/core/tokens/encoding-ids.ts';
import { loadEncoder } from '../src/core/tokens/load-encoder.ts';
import { editTextNames } from '../src/core/tokens/testing/edit-texts.ts';
import { tryEdits } from '../src/core/tokens/testing/try-edits.ts';

const { values: options } = parseArgs({
  options: { edits: { type: 'string', default: '30000' }, seed: { type: 'string', default: '1' } },
});
const edits = Number(options.edits);
const seed = Number(options.seed);
if (!Number.isInteger(edits) || edits < 1)
  throw new Error('--edits: a whole number of 1 or more is accepted');
if (!Number.isInteger(seed)) throw new Error('--seed: a whole number is accepted');

const each = Math.ceil(edits / (encodingIds.length * editTextNames.length));
let differences = 0;
for (const [e, id] of encodingIds.entries()) {
  const encoder = await loadEncoder(id);
  for (const [t, name] of editTextNames.entries()) {
    const started = performance.now();
    let found = 0;
    for (const difference of tryEdits(encoder, name, 1 + seed * 100 + e * 10 + t, each)) {
      found += 1;
      if (differences + found <= 10) console.log(JSON.stringify(difference));
    }
    differences += found;
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    console.log(`${id.padEnd(12)} ${name.padEnd(12)} ${each} edits  ${found} differences  ${seconds} s`);
  }
}
const combinations = encodingIds.length * editTextNames.length;
console.log(`${each * combinations} edits, ${each} for each of ${combinations}: ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
