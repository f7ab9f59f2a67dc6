import type { CandidateLogprob, TokenLogprob } from '../../../shared/wire/openai-answers.ts';
import type { LanguageModel } from '../../../src/core/model/language-model.ts';
import { logSumExp } from '../../../src/core/numbers/log-sum-exp.ts';
import type { Ranking } from '../../../src/core/sampling/ranking.ts';
import type { Encoder } from '../../../src/core/tokens/encoder.ts';

/** A bundled model with the encoding that it reads. */
export interface EmbeddedModel {
  readonly model: LanguageModel;
  readonly encoder: Encoder;
}

/** A history that is long is read in steps, between which other requests are heard. */
const positions = 32;

/** Natural-log scores after `ids`; throws the signal's reason when it is aborted meanwhile. */
export async function logitsAfter(
  { model }: EmbeddedModel,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<Float64Array<ArrayBuffer>> {
  do {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  } while (model.advance?.(ids, positions) === false);
  return model.logits(ids);
}

/** What the model said of one token and of the `count` likeliest in its place, before any bias or temperature. */
export function describeToken(encoder: Encoder, ranking: Ranking, id: number, count: number): TokenLogprob {
  const total = logSumExp(ranking.logits);
  const candidate = (one: number): CandidateLogprob => ({
    token: encoder.decode([one]),
    bytes: [...encoder.tokenBytes(one)],
    logprob: ranking.logits[one]! - total,
    id: one,
  });
  return { ...candidate(id), top_logprobs: Array.from(ranking.order.subarray(0, count), candidate) };
}
