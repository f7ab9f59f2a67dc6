import type { Candidates } from './candidates.ts';
import { type StageContext, type StageOutcome, cutTo, unchanged } from './outcome.ts';
import type { TopKStage } from './stages.ts';

/**
 * The k largest. Hugging Face and vLLM remove what is smaller than the k-th value, so its equals stay too;
 * llama.cpp and OpenAI's reading here keep exactly k, the smaller ids first among equals.
 */
export function topK(candidates: Candidates, stage: TopKStage, context: StageContext): StageOutcome {
  const { kept, finite, logits } = candidates;
  if (stage.k <= 0) return unchanged(candidates);
  const target = Math.max(stage.k, stage.minKeep ?? 0);
  if (target >= kept)
    return context.rules === 'llama.cpp'
      ? { ...unchanged(candidates), candidates: candidates.asSorted() }
      : unchanged(candidates);
  let keep = Math.min(target, finite); // −Infinity is never picked
  const ties = context.rules === 'hugging-face' || context.rules === 'vllm';
  if (ties) {
    const last = Math.fround(logits[keep - 1]!);
    while (keep < finite && Math.fround(logits[keep]!) === last) keep++;
  }
  const note = keep > target ? 'ties-kept' : target > stage.k && keep > stage.k ? 'min-keep' : undefined;
  return cutTo(candidates, keep, note);
}
