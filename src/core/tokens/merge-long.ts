import { noMerge, type PairTable } from './pair-table.ts';
import { RankQueue } from './rank-queue.ts';

/** Looking up a pair takes less than a merge. */
const pairsPerStep = 4;

/** Queues that are empty again; one that is left half-way never comes back. */
const spare: RankQueue[] = [];

/**
 * Byte-pair encoding of many parts in time that grows with their number.
 *
 * What merges has a higher rank than its parts, so a merge never makes work for a rank that is done: ranks are taken in
 * ascending order, each with all its places from left to right. A place waits in the list of its pair's rank and leaves it
 * when the pair changes. Runs in steps, so that a piece of a megabyte can be left.
 */
export class LongMerge {
  readonly #pairs: PairTable;
  readonly #length: number;
  readonly #queue: RankQueue;
  readonly #ids: Int32Array<ArrayBuffer>;
  /** Rank of the pair that begins at a place, noMerge when it does not merge or the place is gone. */
  readonly #ranks: Int32Array<ArrayBuffer>;
  readonly #next: Int32Array<ArrayBuffer>;
  readonly #previous: Int32Array<ArrayBuffer>;
  /** Neighbours in the list of a rank, −1 at its ends. */
  readonly #later: Int32Array<ArrayBuffer>;
  readonly #earlier: Int32Array<ArrayBuffer>;
  /** Parts whose pairs wait already. */
  #begun = 0;
  /** The rank at work, and its places in ascending order. */
  #rank = -1;
  #places: Int32Array<ArrayBuffer> = new Int32Array(64);
  #count = 0;
  #at = 0;

  /** Takes the first `length` of `ids` as its own. */
  constructor(pairs: PairTable, ids: Int32Array<ArrayBuffer>, length: number) {
    this.#pairs = pairs;
    this.#length = length;
    this.#ids = ids;
    this.#queue = spare.pop() ?? new RankQueue();
    this.#ranks = new Int32Array(length);
    this.#next = new Int32Array(length);
    this.#previous = new Int32Array(length);
    this.#later = new Int32Array(length);
    this.#earlier = new Int32Array(length);
  }

  /** Goes on for up to `steps` merges; true when nothing is left to merge. */
  run(steps: number): boolean {
    if (!this.#begin(steps * pairsPerStep)) return false;
    for (let left = steps; ;) {
      if (this.#at === this.#count && !this.#takeRank()) {
        spare.push(this.#queue);
        return true;
      }
      const until = Math.min(this.#count, this.#at + left);
      left -= until - this.#at;
      while (this.#at < until) this.#mergeAt(this.#places[this.#at++]!);
      if (left <= 0) return false;
    }
  }

  /** Has the next pairs of neighbours wait for their ranks; true when all do. */
  #begin(count: number): boolean {
    const length = this.#length;
    const ids = this.#ids;
    const until = Math.min(length, this.#begun + count);
    for (let i = this.#begun; i < until; i++) {
      this.#next[i] = i + 1;
      this.#previous[i] = i - 1;
      this.#wait(i, i + 1 < length ? this.#pairs.merge(ids[i]!, ids[i + 1]!) : noMerge);
    }
    this.#begun = until;
    return until === length;
  }

  /** Writes the ids at `at` and returns the offset after them. */
  write(out: Uint32Array, at: number): number {
    const ids = this.#ids;
    const next = this.#next;
    let end = at;
    for (let i = 0; i < this.#length; i = next[i]!) out[end++] = ids[i]!;
    return end;
  }

  #takeRank(): boolean {
    const { heads } = this.#queue;
    const rank = this.#queue.take();
    if (rank < 0) return false;
    let count = 0;
    for (let i = heads[rank]!; i >= 0; i = this.#later[i]!) count += 1;
    if (count > this.#places.length) this.#places = new Int32Array(Math.max(count, 2 * this.#places.length));
    // Lists grow at the head, mostly from left to right: turned round, most are in order.
    const places = this.#places;
    let k = count;
    let inOrder = true;
    for (let i = heads[rank]!; i >= 0; i = this.#later[i]!) {
      places[--k] = i;
      inOrder &&= k + 1 === count || i < places[k + 1]!;
    }
    if (!inOrder) places.subarray(0, count).sort();
    heads[rank] = -1;
    this.#rank = rank;
    this.#count = count;
    this.#at = 0;
    return true;
  }

  #mergeAt(i: number): void {
    const rank = this.#rank;
    // The pair at the place before may have taken this one's first part.
    if (this.#ranks[i] !== rank) return;
    const gone = this.#next[i]!;
    const after = this.#next[gone]!;
    this.#ids[i] = rank;
    this.#next[i] = after;
    this.#leave(gone);
    this.#ranks[gone] = noMerge;
    if (after < this.#length) {
      this.#previous[after] = i;
      this.#wait(i, this.#pairs.merge(rank, this.#ids[after]!));
    } else {
      this.#ranks[i] = noMerge;
    }
    const before = this.#previous[i]!;
    if (before < 0) return;
    this.#leave(before);
    this.#wait(before, this.#pairs.merge(this.#ids[before]!, rank));
  }

  #wait(i: number, rank: number): void {
    this.#ranks[i] = rank;
    if (rank === noMerge) return;
    const { heads } = this.#queue;
    const head = heads[rank]!;
    this.#later[i] = head;
    this.#earlier[i] = -1;
    if (head >= 0) this.#earlier[head] = i;
    else this.#queue.add(rank);
    heads[rank] = i;
  }

  #leave(i: number): void {
    const rank = this.#ranks[i]!;
    // The list of the rank at work is taken already.
    if (rank === noMerge || rank === this.#rank) return;
    const later = this.#later[i]!;
    const earlier = this.#earlier[i]!;
    if (earlier >= 0) this.#later[earlier] = later;
    else this.#queue.heads[rank] = later;
    if (later >= 0) this.#earlier[later] = earlier;
  }
}
