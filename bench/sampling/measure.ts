/* One measurement in a process of its own: who, size, case → one line of JSON. */
import { runPipeline } from '../../src/core/sampling/pipeline.ts';
import { createRanking } from '../../src/core/sampling/ranking.ts';
import type { Rules } from '../../src/core/sampling/stages.ts';
import { positionOnTape, tapeEdges } from '../../src/core/sampling/tape.ts';
import { type CaseName, cases, makeHistory, makeLogits, makeStages } from './case.ts';
import { naivePipeline } from './naive.ts';

const [who, sizeText, caseText] = process.argv.slice(2);
const vocabularySize = Number(sizeText);
const name = cases.find((known) => known === caseText);
if (name === undefined || (who !== 'ours' && who !== 'naive' && who !== 'ranking')) {
  throw new Error('usage: measure.ts ours|naive|ranking SIZE CASE');
}
const rulesOf: Record<CaseName, Rules> = {
  openai: 'openai',
  'llama.cpp': 'llama.cpp',
  'hugging-face': 'hugging-face',
  vllm: 'vllm',
  wide: 'openai',
};
const rules = rulesOf[name];
const logits = makeLogits(vocabularySize);
const output = makeHistory(logits);
const runs = who === 'naive' ? 7 : 120;
const warmUp = who === 'naive' ? 2 : 40;
const times: number[] = [];
let drawn = 0;
for (let run = 0; run < warmUp + runs; run++) {
  const stages = makeStages(name, vocabularySize, run / 1000);
  const start = performance.now();
  if (who === 'naive') {
    const rows = naivePipeline(logits, stages, output);
    drawn += rows[0]!.id;
  } else if (who === 'ranking') {
    drawn += createRanking(logits).order[0]!;
  } else {
    const trace = runPipeline(logits, stages, { prompt: [], output, rules });
    const edges = tapeEdges(trace.finalOrder, trace.final.probabilities);
    drawn += trace.finalOrder[positionOnTape(edges, 0.37)]!;
  }
  if (run >= warmUp) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
process.stdout.write(`${JSON.stringify({ median: at(0.5), p95: at(0.95), drawn })}\n`);
