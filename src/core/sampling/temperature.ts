import { Candidates } from './candidates.ts';
import { orderTies } from './order-ties.ts';
import { type StageContext, type StageOutcome, cutTo, unchanged } from './outcome.ts';
import type { TemperatureStage } from './stages.ts';

/** Below this vLLM takes the best token instead of dividing. */
const vllmGreedy = 1e-5;

/**
 * x ÷ T. T = 0 keeps the first of the largest logits alone, and so does a T so small that the largest overflows.
 * The order of the tokens stays.
 */
export function temperature(
  candidates: Candidates,
  stage: TemperatureStage,
  context: StageContext,
): StageOutcome {
  const t = stage.temperature;
  if (t === 1) return unchanged(candidates);
  const { order, logits, kept } = candidates;
  if (t === 0 || (context.rules === 'vllm' && t < vllmGreedy) || !Number.isFinite(logits[0]! / t)) {
    return cutTo(candidates, 1, 'argmax');
  }
  let tangled = false;
  let before = Infinity;
  for (let i = 0; i < kept; i++) {
    const x = logits[i]! / t;
    if (x === before && order[i]! < order[i - 1]!) tangled = true;
    before = x;
  }
  const scaled = { dividends: logits, divisor: t };
  let next = order;
  if (tangled) {
    next = order.slice(0, kept);
    orderTies(
      next,
      new Candidates(order, scaled, kept, candidates.sorted).logits,
      kept,
      context.vocabularySize,
    );
  }
  return {
    candidates: new Candidates(next, scaled, kept, candidates.sorted),
    removed: [],
    note: undefined,
    revalue: (_id, x) => x / t,
  };
}
