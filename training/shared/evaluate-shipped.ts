import type { LanguageModel } from '../../src/core/model/language-model.ts';
import { contextStart } from '../../src/core/model/surprisals.ts';
import { logSumExp } from '../../src/core/numbers/log-sum-exp.ts';
import { score, type Score } from './score.ts';

/**
 * Loss of a model in the way that programs use it: the whole distribution for every token, in double precision, over whole
 * documents and the end of each. `worstSum`: how far a distribution of natural logarithms of probabilities is from
 * summing to 1, at every hundredth token; for a model whose logits are no logarithms of probabilities it says nothing.
 */
export function evaluateShipped(
  model: LanguageModel,
  documents: readonly Uint32Array[],
  separator: number,
  bytes: number,
): Score & { readonly worstSum: number } {
  let nats = 0;
  let tokens = 0;
  let worst = 0;
  for (const document of documents) {
    const ids = Uint32Array.of(separator, ...document, separator);
    for (let at = 1; at < ids.length; at++) {
      const logits = model.logits(ids.subarray(contextStart(at, model.contextLength), at));
      const total = logSumExp(logits);
      nats += total - logits[ids[at]!]!;
      if (tokens++ % 100 === 0) worst = Math.max(worst, Math.abs(Math.exp(total) - 1));
    }
  }
  return { ...score(nats, tokens, bytes), worstSum: worst };
}
