import type { Candidates } from './candidates.ts';
import { float32Weights } from './float32-weights.ts';
import { type StageContext, type StageOutcome, unchanged } from './outcome.ts';
import type { MinPStage } from './stages.ts';

/**
 * Tokens with probability ≥ p × the largest (Nguyen et al. 2024, §4). Above p = 1 none reaches that, and the best stays.
 * llama.cpp compares logits with the largest + ln p in floats; Hugging Face and vLLM compare float probabilities.
 */
export function minP(candidates: Candidates, stage: MinPStage, context: StageContext): StageOutcome {
  if (stage.p === 0) return unchanged(candidates);
  const reaches = test(candidates, stage.p, context);
  // The test holds for a prefix, as probabilities fall along the order.
  let natural = 0;
  let end = candidates.finite;
  while (natural < end) {
    const middle = (natural + end) >>> 1;
    if (reaches(middle)) natural = middle + 1;
    else end = middle;
  }
  const keep = Math.max(1, natural, Math.min(stage.minKeep ?? 0, candidates.finite));
  const note = natural === 0 && keep === 1 ? 'kept-best' : keep > natural ? 'min-keep' : undefined;
  return {
    candidates: candidates.cut(keep), // subtle: llama.cpp filters here without sorting its list
    removed: candidates.order.subarray(keep, candidates.kept),
    note,
  };
}

function test(candidates: Candidates, p: number, context: StageContext): (position: number) => boolean {
  const { logits } = candidates;
  if (context.rules === 'llama.cpp') {
    const bar = Math.fround(Math.fround(logits[0]!) + Math.fround(Math.log(Math.fround(p))));
    return (i) => Math.fround(logits[i]!) >= bar;
  }
  if (context.rules === 'openai') {
    const { values, sum } = candidates.weights();
    const bar = p * (values[0]! / sum);
    return (i) => values[i]! / sum >= bar;
  }
  const { values, sum } = float32Weights(candidates, 'wide', context.vocabularySize);
  const bar = Math.fround(Math.fround(p) * Math.fround(values[0]! / sum));
  return (i) => Math.fround(values[i]! / sum) >= bar;
}
