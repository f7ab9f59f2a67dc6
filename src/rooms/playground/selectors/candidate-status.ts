import type { TokenId } from '../../../core/numbers/units.ts';
import type { StageName } from '../../../core/sampling/stages.ts';
import type { Trace } from '../../../core/sampling/trace.ts';

/** What became of one token, and the bias that was asked for it (0 when none). */
export type CandidateStatus =
  | { readonly kind: 'kept'; readonly bias: number }
  | { readonly kind: 'banned' }
  | { readonly kind: 'argmax'; readonly bias: number }
  | { readonly kind: 'removed'; readonly stage: StageName; readonly bias: number }
  | { readonly kind: 'impossible' };

export function candidateStatus(trace: Trace, id: TokenId): CandidateStatus {
  const bias = biasOf(trace, id);
  const remover = trace.removedBy[id] ?? 0;
  if (remover === 0) {
    return trace.model.logits[id] === Number.NEGATIVE_INFINITY
      ? { kind: 'impossible' }
      : { kind: 'kept', bias };
  }
  const stage = trace.stages[remover - 1];
  if (stage === undefined)
    throw new RangeError(`Token ${id} is removed by stage ${remover}, which there is not.`);
  if (stage.stage === 'logit-bias') return { kind: 'banned' };
  if (stage.stage === 'temperature') return { kind: 'argmax', bias };
  return { kind: 'removed', stage: stage.stage, bias };
}

/** Sum of the biases that the pipeline's stages name for this id. */
export function biasOf(trace: Trace, id: TokenId): number {
  let sum = 0;
  for (const { params } of trace.stages) if (params.stage === 'logit-bias') sum += params.bias[id] ?? 0;
  return sum;
}
