import type { Discounts, SuccessorLists, TrigramTables } from '../../src/core/model/trigram-tables.ts';

/** What is lost, in nats per token of running text, when one entry alone is taken away. */
export interface Losses {
  readonly bigrams: Float64Array;
  readonly trigrams: Float64Array;
}

/**
 * Relative entropy of the whole model to the one without an entry (Stolcke 1998), for models that interpolate:
 * with a share a, leftover g and probability q below, p = a + g q becomes (g + a) q, and all that follows the same
 * context without an entry of its own grows from g q to (g + a) q; for the others the first-order term is taken.
 * How often a context occurs is its plain count, not the continuation count, of which Kneser–Ney models are
 * known to be pruned badly (Chelba et al. 2010).
 */
export function lossesOf(tables: TrigramTables): Losses {
  const { discounts, bigrams, trigrams, idOfRank, unigramCount } = tables;
  const ranks = idOfRank.length;
  const total = idOfRank.reduce((sum, id) => sum + unigramCount[id]!, 0);
  const saved = idOfRank.reduce((sum, id) => sum + discountFor(discounts[0], unigramCount[id]!), 0);
  const base = Float64Array.from(idOfRank, (id) => {
    const count = unigramCount[id]!;
    return (count - discountFor(discounts[0], count) + saved / tables.vocabularySize) / total;
  });

  const pairTotal = Float64Array.from({ length: bigrams.next.length }, (_, pair) => sumOf(trigrams, pair));
  const tokens = pairTotal.reduce((sum, count) => sum + count, 0);
  const below = new Float64Array(bigrams.next.length);
  const bigramLoss = new Float64Array(bigrams.next.length);
  for (let w1 = 0; w1 < ranks; w1++) {
    let occurs = 0;
    for (let i = bigrams.start[w1]!; i < bigrams.start[w1 + 1]!; i++) occurs += pairTotal[i]!;
    const lower = (i: number): number => base[bigrams.next[i]!]!;
    measure(bigrams, w1, discounts[1], occurs / tokens, lower, bigramLoss, below);
  }

  const trigramLoss = new Float64Array(trigrams.next.length);
  const probability = new Float64Array(trigrams.next.length);
  for (let pair = 0; pair < bigrams.next.length; pair++) {
    const second = bigrams.start[bigrams.next[pair]!]!;
    const lower = (i: number): number => below[second + trigrams.next[i]!]!;
    measure(trigrams, pair, discounts[2], pairTotal[pair]! / tokens, lower, trigramLoss, probability);
  }
  return { bigrams: bigramLoss, trigrams: trigramLoss };
}

/** Fills in the losses and the probabilities of one context's entries. */
function measure(
  lists: SuccessorLists,
  context: number,
  discounts: Discounts,
  weight: number,
  lower: (entry: number) => number,
  losses: Float64Array,
  probabilities: Float64Array,
): void {
  const from = lists.start[context]!;
  const to = lists.start[context + 1]!;
  const total = sumOf(lists, context) + lists.dropped[context]!;
  let leftover = lists.dropped[context]! / total;
  let listed = 0;
  for (let i = from; i < to; i++) {
    leftover += discountFor(discounts, lists.count[i]!) / total;
    listed += lower(i);
  }
  for (let i = from; i < to; i++) {
    const share = (lists.count[i]! - discountFor(discounts, lists.count[i]!)) / total;
    const q = lower(i);
    const p = share + leftover * q;
    probabilities[i] = p;
    const own = p * Math.log(p / ((leftover + share) * q));
    const unlisted = leftover * (1 - listed) * Math.log(leftover / (leftover + share));
    losses[i] = weight * (own + unlisted - share * (listed - q));
  }
}

function discountFor(discounts: Discounts, count: number): number {
  return discounts[count < 3 ? count - 1 : 2]!;
}

function sumOf(lists: SuccessorLists, context: number): number {
  let sum = 0;
  for (let i = lists.start[context]!; i < lists.start[context + 1]!; i++) sum += lists.count[i]!;
  return sum;
}
