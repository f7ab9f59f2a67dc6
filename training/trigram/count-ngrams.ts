import { orderByFrequency } from '../../src/core/model/order-by-frequency.ts';
import { rankIds } from '../../src/core/model/rank-ids.ts';
import { successorLists } from '../../src/core/model/successor-lists.ts';
import type { SuccessorLists, TrigramTables } from '../../src/core/model/trigram-tables.ts';
import { countRuns } from './count-runs.ts';
import { discountsOf } from './discounts.ts';

/**
 * Counts of a full model. A document is its ids without separators; one stands before its first id and one after
 * its last. Triples are counted as they come. Pairs and single ids are counted by how many different ids stand
 * before them, except pairs that begin a document, before which nothing stands: those are counted as they come.
 */
export function countNgrams(
  documents: readonly Uint32Array[],
  vocabularySize: number,
  separator: number,
): TrigramTables {
  const V = vocabularySize;
  const filled = documents.filter((ids) => ids.length > 0);
  const triples = new Float64Array(filled.reduce((sum, ids) => sum + ids.length, 0));
  const starts = new Float64Array(filled.length);
  let at = 0;
  filled.forEach((ids, d) => {
    starts[d] = separator * V + ids[0]!;
    for (let i = 0; i < ids.length; i++) {
      const before = i === 0 ? separator : ids[i - 1]!;
      const after = i + 1 < ids.length ? ids[i + 1]! : separator;
      triples[at++] = (before * V + ids[i]!) * V + after;
    }
  });
  // subtle: V³ < 2^53, so a triple is an exact double, and typed arrays sort natively.
  const { values: triple, counts: tripleCount } = countRuns(triples.sort());

  const inner = countRuns(triple.map((key) => key % (V * V)).sort());
  const first = countRuns(starts.sort());
  const pair = new Float64Array(inner.values.length + first.values.length);
  pair.set(inner.values);
  pair.set(first.values, inner.values.length);
  const pairCount = new Uint32Array(pair.length);
  pairCount.set(inner.counts);
  pairCount.set(first.counts, inner.counts.length);

  const unigramCount = new Uint32Array(V);
  pair.forEach((key) => unigramCount[key % V]!++);
  const idOfRank = rankIds(unigramCount);
  const rankOfId = new Int32Array(V).fill(-1);
  idOfRank.forEach((id, rank) => (rankOfId[id] = rank));
  const rank = (id: number): number => rankOfId[id]!;

  const bigrams = orderByFrequency(
    listsOf(
      pair.map((key) => rank(Math.floor(key / V)) * V + rank(key % V)),
      pairCount,
      idOfRank.length,
      V,
    ),
  );

  const place = new Map<number, number>();
  for (let w1 = 0; w1 < idOfRank.length; w1++) {
    for (let i = bigrams.start[w1]!; i < bigrams.start[w1 + 1]!; i++) place.set(w1 * V + bigrams.next[i]!, i);
  }
  const keys = triple.map((key) => {
    const w3 = rank(key % V);
    const rest = Math.floor(key / V);
    const w2 = rank(rest % V);
    const context = place.get(rank(Math.floor(rest / V)) * V + w2)!;
    return context * V + (place.get(w2 * V + w3)! - bigrams.start[w2]!);
  });
  const trigrams = listsOf(keys, tripleCount, bigrams.next.length, V);
  return {
    vocabularySize: V,
    separator,
    discounts: [discountsOf(unigramCount), discountsOf(bigrams.count), discountsOf(trigrams.count)],
    unigramCount,
    idOfRank,
    bigrams,
    trigrams,
  };
}

/** Lists from keys context · width + next in any order; entries by rising `next`. */
function listsOf(keys: Float64Array, counts: Uint32Array, contexts: number, width: number): SuccessorLists {
  const lists = successorLists(contexts, keys.length);
  const order = sortedOrder(keys);
  order.forEach((from, to) => {
    const key = keys[from]!;
    lists.start[Math.floor(key / width) + 1]!++;
    lists.next[to] = key % width;
    lists.count[to] = counts[from]!;
  });
  for (let c = 0; c < contexts; c++) lists.start[c + 1]! += lists.start[c]!;
  return lists;
}

/** Where each key of the sorted array stood before. Keys are distinct. */
function sortedOrder(keys: Float64Array): Uint32Array {
  const at = new Map<number, number>();
  keys.forEach((key, i) => at.set(key, i));
  return Uint32Array.from(keys.slice().sort(), (key) => at.get(key)!);
}
