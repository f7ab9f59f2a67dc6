import type { TrigramModel } from '../../src/core/model/trigram-model.ts';

/** How well a model foretells a text. */
export interface Score {
  /** Predicted tokens, the end of each document included. */
  readonly tokens: number;
  /** −ln p per token, mean. */
  readonly natsPerToken: number;
  /** e to the power of it. */
  readonly perplexity: number;
  /** −log2 p of the whole, divided by the bytes of the text. */
  readonly bitsPerByte: number;
}

export function score(nats: number, tokens: number, bytes: number): Score {
  return {
    tokens,
    natsPerToken: nats / tokens,
    perplexity: Math.exp(nats / tokens),
    bitsPerByte: nats / Math.LN2 / bytes,
  };
}

/** Every id of every document from all that stands before it, the document's start and end included. */
export function evaluate(
  model: TrigramModel,
  documents: readonly Uint32Array[],
  separator: number,
  bytes: number,
): Score {
  let nats = 0;
  let tokens = 0;
  eachTriple(documents, separator, (before, last, id) => {
    nats -= model.logProbability(before < 0 ? [last] : [before, last], id);
    tokens++;
  });
  return score(nats, tokens, bytes);
}

/** Calls `visit` for every id that a model has to predict; `before` is −1 where a document has only begun. */
export function eachTriple(
  documents: readonly Uint32Array[],
  separator: number,
  visit: (before: number, last: number, id: number) => void,
): void {
  for (const ids of documents) {
    for (let i = 0; i <= ids.length; i++) {
      const before = i >= 2 ? ids[i - 2]! : i === 1 ? separator : -1;
      visit(before, i >= 1 ? ids[i - 1]! : separator, i < ids.length ? ids[i]! : separator);
    }
  }
}
