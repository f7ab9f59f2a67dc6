import { Candidates } from './candidates.ts';
import { float32Weights } from './float32-weights.ts';
import { type StageContext, type StageOutcome, cutTo, unchanged } from './outcome.ts';
import type { TopPStage } from './stages.ts';

/**
 * The nucleus: the smallest set of the most likely tokens whose mass reaches p, the one that crosses included
 * (Holtzman et al. 2020, §3.1).
 *
 * OpenAI's reading here and llama.cpp add up from the most likely, the smaller ids first among equals; Hugging Face
 * and vLLM take away from the least likely while what is taken is ≤ 1 − p, so that the larger ids stay among equals.
 */
export function topP(candidates: Candidates, stage: TopPStage, context: StageContext): StageOutcome {
  if (stage.p >= 1) return unchanged(candidates);
  const ascending = context.rules === 'hugging-face' || context.rules === 'vllm';
  const natural = ascending
    ? keptFromBelow(candidates, stage.p, context)
    : keptFromAbove(candidates, stage.p, context);
  const floor = Math.min(stage.minKeep ?? 0, candidates.finite);
  const keep = Math.max(natural, floor);
  const note = keep > natural ? 'min-keep' : stage.p === 0 ? 'kept-best' : undefined;
  return ascending ? cutKeepingLateTies(candidates, keep, note) : cutTo(candidates, keep, note);
}

/** Count of the smallest prefix with mass ≥ p; all when rounding keeps the sum from ever reaching p. */
function keptFromAbove(candidates: Candidates, p: number, context: StageContext): number {
  const { finite, kept } = candidates;
  let mass = 0;
  if (context.rules === 'llama.cpp') {
    const { values, sum } = float32Weights(candidates, 'running', context.vocabularySize);
    const target = Math.fround(p);
    for (let i = 0; i < finite; i++) {
      mass = Math.fround(mass + Math.fround(values[i]! / sum));
      if (mass >= target) return i + 1;
    }
    return kept;
  }
  const { values, sum } = candidates.weights();
  for (let i = 0; i < finite; i++) {
    mass += values[i]! / sum;
    if (mass >= p) return i + 1;
  }
  return kept;
}

/** Count left after taking away from the end while what is taken is ≤ 1 − p, and never the last one. */
function keptFromBelow(candidates: Candidates, p: number, context: StageContext): number {
  const { values, sum } = float32Weights(candidates, 'wide', context.vocabularySize);
  // vLLM subtracts floats, Hugging Face rounds the difference of doubles.
  const bar = Math.fround(1 - (context.rules === 'vllm' ? Math.fround(p) : p));
  let mass = 0;
  let keep = candidates.finite;
  while (keep > 1) {
    mass += Math.fround(values[keep - 1]! / sum); // PyTorch accumulates in double and stores floats
    if (Math.fround(mass) > bar) break;
    keep--;
  }
  return keep;
}

/** Keeps `keep`; when the cut goes through a run of equals, the larger ids of it stay. */
function cutKeepingLateTies(candidates: Candidates, keep: number, note: StageOutcome['note']): StageOutcome {
  const { order, logits, finite, kept } = candidates;
  if (keep >= finite || logits[keep] !== logits[keep - 1]) return cutTo(candidates, keep, note);
  let start = keep - 1;
  while (start > 0 && logits[start - 1] === logits[keep]) start--;
  let end = keep + 1;
  while (end < finite && logits[end] === logits[keep]) end++;
  const staying = keep - start;
  const next = order.slice(0, keep);
  next.set(order.subarray(end - staying, end), start);
  const removed = new Uint32Array(kept - keep);
  removed.set(order.subarray(start, end - staying));
  removed.set(order.subarray(end, kept), end - staying - start);
  return { candidates: new Candidates(next, logits, keep, true), removed, note };
}
