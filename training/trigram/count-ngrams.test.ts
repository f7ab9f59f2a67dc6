import { expect, test } from 'vitest';
import { TrigramModel } from '../../src/core/model/trigram-model.ts';
import { countNgrams } from './count-ngrams.ts';
import { discountsOf } from './discounts.ts';
import { referenceModel } from './testing/reference-model.ts';
import { zipfDocuments } from './testing/zipf-documents.ts';

const V = 300;
const separator = 299;

test('equals the formulas of Chen & Goodman, written out over maps, to 1e-12', () => {
  const documents = zipfDocuments(1, 30, 100, 290);
  const expected = referenceModel(documents, V, separator);
  const model = new TrigramModel(
    countNgrams(
      documents.map((ids) => Uint32Array.from(ids)),
      V,
      separator,
    ),
  );

  const histories = [
    [],
    [separator],
    [3],
    [298],
    [separator, 0],
    [0, 0],
    [0, 1],
    [5, 2],
    [1, 298],
    [298, 1],
    [separator, 297],
  ];
  for (const history of histories) {
    const logits = model.logits(history);
    for (let id = 0; id < V; id++) {
      // An empty history is the start of a document.
      const p = expected(history.length === 0 ? [separator] : history, id);
      expect(Math.abs(Math.exp(logits[id]!) / p - 1)).toBeLessThan(1e-12);
      expect(Math.abs(Math.exp(model.logProbability(history, id)) / p - 1)).toBeLessThan(1e-12);
    }
  }
});

test('pairs count the different ids before them, starts of documents as they come', () => {
  // separator a b separator, separator a b separator, separator c b separator, with a, b, c = 0, 1, 2.
  const documents = [
    [0, 1],
    [0, 1],
    [2, 1],
  ].map((ids) => Uint32Array.from(ids));
  const { idOfRank, bigrams, trigrams, unigramCount } = countNgrams(documents, 4, 3);
  // b after a and c: 2. a, c after a separator only: 1 each. The separator after b only: 1.
  expect([...unigramCount]).toEqual([1, 2, 1, 1]);
  expect([...idOfRank]).toEqual([1, 0, 2, 3]);

  const pairs = [...bigrams.next].map((next, i) => {
    const context = bigrams.start.findIndex((start, c) => start <= i && i < bigrams.start[c + 1]!);
    return [idOfRank[context], idOfRank[next], bigrams.count[i]];
  });
  expect(pairs).toEqual([
    [1, 3, 2], // b, end: after a and after c
    [0, 1, 1], // a b: after the separator
    [2, 1, 1],
    [3, 0, 2], // two documents begin with a
    [3, 2, 1],
  ]);
  // a b end twice; separator a b twice; c b end, separator c b once.
  expect([...trigrams.count].sort((a, b) => a - b)).toEqual([1, 1, 2, 2]);
});

test('discounts of counts 1, 2, 3 and more', () => {
  // n1 = 8, n2 = 4, n3 = 2, n4 = 1: Y = 8/16; D1 = 1 − 2·½·4/8, D2 = 2 − 3·½·2/4, D3 = 3 − 4·½·1/2.
  const counts = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 9, 0];
  expect(discountsOf(counts)).toEqual([0.5, 1.25, 2]);
  // Nothing was seen twice: the formula has no answer for it, and half a count goes.
  expect(discountsOf([1, 1, 3])[1]).toBe(0.5);
});
