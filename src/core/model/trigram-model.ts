import type { LogProb, Probability, TokenId } from '../numbers/units.ts';
import type { Discounts, SuccessorLists, TrigramTables } from './trigram-tables.ts';

/** One order's part in a probability: p = share + leftover · p of the order below. */
export interface OrderPart {
  readonly order: 1 | 2 | 3;
  /** Stored count of this n-gram: plain at order 3, in how many different contexts below it. 0 when not stored. */
  readonly count: number;
  /** Sum of the counts of all that follows the same context, with what pruning dropped. 0 when never seen. */
  readonly total: number;
  /** Discounted count ÷ total. */
  readonly share: Probability;
  /** What the discounts of this context leave to the order below; 1 when the context was never seen. */
  readonly leftover: Probability;
  /** Probability at this order, the ones below included. */
  readonly probability: Probability;
}

/** Where in a context's list, and what that context leaves to the order below. */
interface Context {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly leftover: number;
}

const unseen: Context = { from: 0, to: 0, total: 0, leftover: 1 };

/**
 * Interpolated modified Kneser–Ney of order 3 (Chen & Goodman 1999, §3): each order takes a discount from its counts
 * and hands what it saved to the order below; the lowest hands it to all ids evenly, so that none is impossible.
 * What is left over is computed from the shares themselves, so each distribution sums to 1 whatever was pruned.
 */
export class TrigramModel {
  readonly contextLength = 2;
  private readonly tables: TrigramTables;
  /** Id → rank, or −1. */
  private readonly rankOfId: Int32Array;
  /** By id. */
  private readonly base: Float64Array<ArrayBuffer>;
  private readonly logBase: Float64Array<ArrayBuffer>;
  private readonly baseTotal: number;

  constructor(tables: TrigramTables) {
    this.tables = tables;
    const { vocabularySize, unigramCount, idOfRank, discounts } = tables;
    this.rankOfId = new Int32Array(vocabularySize).fill(-1);
    idOfRank.forEach((id, rank) => (this.rankOfId[id] = rank));

    const total = unigramCount.reduce((sum, count) => sum + count, 0);
    const shares = Float64Array.from(unigramCount, (count) => share(discounts[0], count, total));
    const even = (1 - shares.reduce((sum, p) => sum + p, 0)) / vocabularySize;
    this.baseTotal = total;
    this.base = shares.map((p) => p + even);
    this.logBase = this.base.map((p) => Math.log(p));
  }

  /**
   * Natural logarithms of the probabilities of all V ids after `ids`, a fresh array. Only the last two ids count.
   * An empty history is the start of a document; one id alone is taken from the middle of one, nothing being known
   * of what stood before it. Throws a RangeError for an id outside the vocabulary.
   */
  logits(ids: ArrayLike<TokenId>): Float64Array<ArrayBuffer> {
    const { idOfRank, discounts, bigrams, trigrams } = this.tables;
    const { second, third } = this.contexts(ids);
    const logits = this.logBase.slice();
    const scale = Math.log(second.leftover * third.leftover);
    if (scale !== 0) for (let id = 0; id < logits.length; id++) logits[id]! += scale;

    const below = (entry: number): number =>
      share(discounts[1], bigrams.count[entry]!, second.total) +
      second.leftover * this.base[idOfRank[bigrams.next[entry]!]!]!;
    for (let i = second.from; i < second.to; i++) {
      logits[idOfRank[bigrams.next[i]!]!] = Math.log(third.leftover * below(i));
    }
    for (let i = third.from; i < third.to; i++) {
      const entry = second.from + trigrams.next[i]!;
      logits[idOfRank[bigrams.next[entry]!]!] = Math.log(
        share(discounts[2], trigrams.count[i]!, third.total) + third.leftover * below(entry),
      );
    }
    return logits;
  }

  /** How the probability of `id` after `ids` comes about, order 1 first. Orders above the history's length are absent. */
  explain(ids: ArrayLike<TokenId>, id: TokenId): readonly OrderPart[] {
    const { idOfRank, discounts, bigrams, trigrams, unigramCount } = this.tables;
    this.check(id);
    const { second, third, order } = this.contexts(ids);
    const even = this.base[id]! - share(discounts[0], unigramCount[id]!, this.baseTotal);
    const parts = [
      part(
        1,
        discounts[0],
        unigramCount[id]!,
        { ...unseen, total: this.baseTotal },
        even * this.base.length,
        1 / this.base.length,
      ),
    ];

    let entry = second.from;
    while (entry < second.to && idOfRank[bigrams.next[entry]!] !== id) entry++;
    const pair = entry < second.to ? bigrams.count[entry]! : 0;
    parts.push(part(2, discounts[1], pair, second, second.leftover, parts[0]!.probability));
    if (order < 3) return parts;

    let triple = 0;
    for (let i = third.from; i < third.to && pair > 0; i++) {
      if (second.from + trigrams.next[i]! === entry) triple = trigrams.count[i]!;
    }
    parts.push(part(3, discounts[2], triple, third, third.leftover, parts[1]!.probability));
    return parts;
  }

  /** Log-probability of `id` after `ids`, nats. */
  logProbability(ids: ArrayLike<TokenId>, id: TokenId): LogProb {
    return Math.log(this.explain(ids, id).at(-1)!.probability);
  }

  private contexts(ids: ArrayLike<TokenId>): { second: Context; third: Context; order: 2 | 3 } {
    const { bigrams, trigrams, idOfRank, discounts, separator } = this.tables;
    for (let i = 0; i < ids.length; i++) this.check(ids[i]!);
    const last = ids.length > 0 ? ids[ids.length - 1]! : separator;
    const second = context(bigrams, this.rankOfId[last]!, discounts[1]);
    if (ids.length < 2) return { second, third: unseen, order: 2 };

    const before = this.rankOfId[ids[ids.length - 2]!]!;
    if (before < 0) return { second, third: unseen, order: 3 };
    for (let pair = bigrams.start[before]!; pair < bigrams.start[before + 1]!; pair++) {
      if (idOfRank[bigrams.next[pair]!] === last) {
        return { second, third: context(trigrams, pair, discounts[2]), order: 3 };
      }
    }
    return { second, third: unseen, order: 3 };
  }

  private check(id: number): void {
    if (!Number.isInteger(id) || id < 0 || id >= this.base.length) {
      throw new RangeError(`a token id is an integer from 0 to ${this.base.length - 1}, not ${id}`);
    }
  }
}

/** Discounted count ÷ total; 0 for a count of 0. */
function share(discounts: Discounts, count: number, total: number): number {
  return count === 0 ? 0 : (count - discounts[count < 3 ? count - 1 : 2]!) / total;
}

function context(lists: SuccessorLists, index: number, discounts: Discounts): Context {
  if (index < 0) return unseen;
  const from = lists.start[index]!;
  const to = lists.start[index + 1]!;
  if (from === to) return unseen;
  let total = lists.dropped[index]!;
  for (let i = from; i < to; i++) total += lists.count[i]!;
  let kept = 0;
  for (let i = from; i < to; i++) kept += share(discounts, lists.count[i]!, total);
  return { from, to, total, leftover: 1 - kept };
}

function part(
  order: 1 | 2 | 3,
  discounts: Discounts,
  count: number,
  { total }: Context,
  leftover: number,
  below: number,
): OrderPart {
  const own = share(discounts, count, total);
  return { order, count, total, share: own, leftover, probability: own + leftover * below };
}
