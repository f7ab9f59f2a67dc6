import type { TrigramModel } from '../../src/core/model/trigram-model.ts';
import { score, type Score } from '../shared/score.ts';

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
