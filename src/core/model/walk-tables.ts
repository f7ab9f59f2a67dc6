import type { NumberCoder } from './number-coder.ts';
import { NumberModel } from './number-model.ts';
import type { SuccessorLists } from './trigram-tables.ts';

/** floor(log2 x) for x ≥ 1, and 0 for 0. At most 31. */
function log2(x: number): number {
  return x === 0 ? 0 : 31 - Math.clz32(x);
}

/** Twice log2 x, rounded down, for x ≥ 1: the leading bit and whether the next one is set. At most 63. */
function log2Twice(x: number): number {
  const e = log2(x);
  return e === 0 ? 0 : 2 * e + ((x >>> (e - 1)) & 1);
}

/** Continuation counts of every id. */
export function walkUnigrams(coder: NumberCoder, unigramCount: Uint32Array): void {
  const model = new NumberModel(32);
  let previous = 0;
  for (let id = 0; id < unigramCount.length; id++) {
    const count = coder.number(model, log2(previous), unigramCount[id]!);
    unigramCount[id] = count;
    // Halves towards the count: neighbours in the vocabulary are about equally common.
    previous = (previous + count + 1) >> 1;
  }
}

/**
 * The list of every rank, its entries by rising rank. A common word has many successors, and its list is dense
 * among the common ones: so how far the next entry lies is coded by where the list stands and how full it still is.
 */
export function walkBigrams(coder: NumberCoder, lists: SuccessorLists, contextCount: Uint32Array): void {
  const { start, dropped, next, count } = lists;
  const ranks = dropped.length;
  const lengths = new NumberModel(32);
  const droppings = new NumberModel(32);
  const gaps = new NumberModel(40 * 17);
  const counts = new NumberModel(32 * 17);
  for (let context = 0; context < ranks; context++) {
    const first = start[context]!;
    const length = coder.number(lengths, log2(contextCount[context]!), start[context + 1]! - first);
    if (length > ranks || first + length > next.length) throw new RangeError('has a list that is too long');
    start[context + 1] = first + length;
    if (length > 0) dropped[context] = coder.number(droppings, log2(length), dropped[context]!);

    let previous = -1;
    for (let i = 0; i < length; i++) {
      const left = length - i;
      const slack = ranks - 1 - previous - left;
      const room = log2Twice(Math.floor((4 * slack) / left) + 1);
      const where = log2(previous + 2);
      const gap =
        slack === 0
          ? 0
          : coder.number(gaps, Math.min(room, 39) * 17 + where, next[first + i]! - previous - 1);
      if (gap > slack) throw new RangeError('has an entry that is out of range');
      previous += gap + 1;
      next[first + i] = previous;
      count[first + i] = 1 + coder.number(counts, log2(length) * 17 + where, count[first + i]! - 1);
    }
  }
}

/**
 * The list of every pair (w1, w2): places in the list of w2, which is where most of the saving comes from, since
 * nearly everything that follows two words also follows the second of them and is frequent there.
 */
export function walkTrigrams(coder: NumberCoder, lists: SuccessorLists, bigrams: SuccessorLists): void {
  const { start, dropped, next, count } = lists;
  const lengths = new NumberModel(64);
  const droppings = new NumberModel(8);
  const gaps = new NumberModel(17 * 8 * 17);
  const counts = new NumberModel(12 * 8 * 24);
  for (let context = 0; context < dropped.length; context++) {
    const first = start[context]!;
    const w2 = bigrams.next[context]!;
    const base = bigrams.start[w2]!;
    const places = bigrams.start[w2 + 1]! - base;
    const seen = bigrams.count[context]!;
    const length = coder.number(lengths, seen < 32 ? seen : 28 + log2(seen), start[context + 1]! - first);
    if (length > places || first + length > next.length) throw new RangeError('has a list that is too long');
    start[context + 1] = first + length;
    if (length > 0) dropped[context] = coder.number(droppings, Math.min(length, 7), dropped[context]!);

    let previous = -1;
    for (let i = 0; i < length; i++) {
      const left = length - i;
      const slack = places - 1 - previous - left;
      const context2 = (log2(slack) * 8 + Math.min(left, 7)) * 17 + log2(previous + 2);
      const gap = slack === 0 ? 0 : coder.number(gaps, context2, next[first + i]! - previous - 1);
      if (gap > slack) throw new RangeError('has an entry that is out of range');
      previous += gap + 1;
      next[first + i] = previous;
      const below = Math.min(log2Twice(bigrams.count[base + previous]!), 23);
      const size = length < 8 ? length : Math.min(5 + log2(length), 11);
      count[first + i] =
        1 + coder.number(counts, (size * 8 + Math.min(i, 7)) * 24 + below, count[first + i]! - 1);
    }
  }
}
