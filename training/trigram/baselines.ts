import type { TrigramModel } from '../../src/core/model/trigram-model.ts';
import { score, type Score } from '../shared/score.ts';
import { eachTriple } from './evaluate.ts';

export interface Baselines {
  /** Count ÷ count of the context, nothing set aside: infinite as soon as one token was never seen in its context. */
  readonly unsmoothed: {
    readonly tokens: number;
    /** Tokens to which it gives no chance at all. */
    readonly impossible: number;
    /** Over the others only. */
    readonly perplexityOfTheRest: number;
  };
  /** (Count + 1) ÷ (count of the context + V). */
  readonly addOne: Score;
}

/** Trigram models of the same counts without Kneser–Ney; `model` must be unpruned. */
export function baselines(
  model: TrigramModel,
  documents: readonly Uint32Array[],
  vocabularySize: number,
  separator: number,
  bytes: number,
): Baselines {
  let tokens = 0;
  let impossible = 0;
  let nats = 0;
  let addOneNats = 0;
  eachTriple(documents, separator, (before, last, id) => {
    const { count, total } = model.explain(before < 0 ? [last] : [before, last], id).at(-1)!;
    tokens++;
    if (count === 0) impossible++;
    else nats -= Math.log(count / total);
    addOneNats -= Math.log((count + 1) / (total + vocabularySize));
  });
  return {
    unsmoothed: { tokens, impossible, perplexityOfTheRest: Math.exp(nats / (tokens - impossible)) },
    addOne: score(addOneNats, tokens, bytes),
  };
}
