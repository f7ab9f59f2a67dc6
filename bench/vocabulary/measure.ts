/* One measurement in a process of its own: which case → one line of JSON. */
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { searchVocabulary } from '../../src/core/vocabulary/search-vocabulary.ts';
import { readVocabulary } from '../../src/core/vocabulary/token-sheet.ts';
import { cases } from './cases.ts';

const query = cases[process.argv[2] ?? ''];
if (query === undefined) throw new Error(`usage: measure.ts ${Object.keys(cases).join('|')}`);

function runThrough<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const encoder = await loadEncoder('o200k_base');
const tokens = encoder.vocabularyBytes();
const beginning = performance.now();
const read = runThrough(readVocabulary(tokens, (text) => encoder.encode(text, 'text')));
const reading = performance.now() - beginning;

const times: number[] = [];
let hits = 0;
for (let run = 0; run < 15; run++) {
  const start = performance.now();
  const answer = runThrough(searchVocabulary(tokens, read, query));
  times.push(performance.now() - start);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  hits = answer.ids.length;
}
const first = times[0]!;
times.sort((a, b) => a - b);
process.stdout.write(`${JSON.stringify({ reading, first, median: times[times.length >> 1]!, hits })}\n`);
