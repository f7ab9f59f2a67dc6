import { logSumExp } from '../numbers/log-sum-exp.ts';
import type { Bits, TokenId } from '../numbers/units.ts';

/** What is needed of a model: see `LanguageModel`. */
interface Predictor {
  readonly contextLength: number;
  logits(ids: ArrayLike<TokenId>): Float64Array;
}

/**
 * Index of the first id that the model is shown when it foretells ids[at]. The window advances by half its length at a
 * time, so that a model which keeps what it has read can go on from there; at least half a window stands before each id.
 */
export function contextStart(at: number, contextLength: number): number {
  const stride = Math.max(1, contextLength >> 1);
  return Math.max(0, Math.ceil((at - contextLength) / stride)) * stride;
}

/** −log2 p(ids[at] | the ids before it), in bits, over the whole vocabulary. */
export function surprisalAt(model: Predictor, ids: Uint32Array, at: number): Bits {
  const start = contextStart(at, model.contextLength);
  const logits = model.logits(ids.subarray(start, at));
  return (logSumExp(logits) - logits[ids[at]!]!) / Math.LN2;
}
