import type { LanguageModel } from '../../src/core/model/language-model.ts';
import { contextStart } from '../../src/core/model/surprisals.ts';
import { logSumExp } from '../../src/core/numbers/log-sum-exp.ts';
import { score, type Score } from '../trigram/evaluate.ts';

/**
 * Loss of a model as programs use it, over whole documents, every id and the end of each: the counterpart of `evaluate.py`
 * in double precision over the whole vocabulary.
 */
export function evaluateShipped(
  model: LanguageModel,
  documents: readonly Uint32Array[],
  separator: number,
  bytes: number,
): Score {
  let nats = 0;
  let tokens = 0;
  for (const document of documents) {
    const ids = Uint32Array.of(separator, ...document, separator);
    for (let at = 1; at < ids.length; at++) {
      const logits = model.logits(ids.subarray(contextStart(at, model.contextLength), at));
      nats += logSumExp(logits) - logits[ids[at]!]!;
      tokens += 1;
    }
  }
  return score(nats, tokens, bytes);
}
