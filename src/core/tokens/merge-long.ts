import { noMerge, type PairTable } from './pair-table.ts';

/** Positions are below this; a rank times this is exact in a double. */
const positions = 2 ** 31;

/**
 * Byte-pair encoding of many parts in O(n log n): a heap of (rank, position) over linked positions. An entry whose
 * pair has changed since is dropped when it comes up. Runs in steps, so that a piece of a megabyte can be left.
 */
export class LongMerge {
  readonly #pairs: PairTable;
  readonly #length: number;
  readonly #ids: Int32Array<ArrayBuffer>;
  /** Rank of the pair that begins at a position, noMerge when it does not merge or the position is gone. */
  readonly #ranks: Int32Array<ArrayBuffer>;
  readonly #next: Int32Array<ArrayBuffer>;
  readonly #previous: Int32Array<ArrayBuffer>;
  /** rank × positions + position, smallest first. */
  readonly #heap: Float64Array<ArrayBuffer>;
  #size = 0;

  /** Takes the first `length` of `ids` as its own. */
  constructor(pairs: PairTable, ids: Int32Array<ArrayBuffer>, length: number) {
    this.#pairs = pairs;
    this.#length = length;
    const ranks = new Int32Array(length).fill(noMerge);
    const next = new Int32Array(length);
    const previous = new Int32Array(length);
    // At most length − 1 pairs at the start, and each of at most length − 1 merges adds at most one entry.
    const heap = new Float64Array(length * 2);
    let size = 0;
    for (let i = 0; i < length; i++) {
      next[i] = i + 1;
      previous[i] = i - 1;
      if (i + 1 === length) break;
      const rank = pairs.merge(ids[i]!, ids[i + 1]!);
      ranks[i] = rank;
      if (rank !== noMerge) heap[size++] = rank * positions + i;
    }
    for (let i = (size >> 1) - 1; i >= 0; i--) sink(heap, i, size);
    this.#ids = ids;
    this.#ranks = ranks;
    this.#next = next;
    this.#previous = previous;
    this.#heap = heap;
    this.#size = size;
  }

  /** Goes on for up to `steps` heap entries; true when nothing is left to merge. */
  run(steps: number): boolean {
    const ids = this.#ids;
    const ranks = this.#ranks;
    const next = this.#next;
    const previous = this.#previous;
    const heap = this.#heap;
    const pairs = this.#pairs;
    const length = this.#length;
    let size = this.#size;
    for (let step = 0; size > 0 && step < steps; step++) {
      const top = heap[0]!;
      const rank = Math.floor(top / positions);
      const i = top - rank * positions;
      if (ranks[i] !== rank) {
        size -= 1;
        heap[0] = heap[size]!;
        sink(heap, 0, size);
        continue;
      }
      const gone = next[i]!;
      const after = next[gone]!;
      ids[i] = rank;
      next[i] = after;
      ranks[gone] = noMerge;
      let here = noMerge;
      if (after < length) {
        previous[after] = i;
        here = pairs.merge(rank, ids[after]!);
      }
      ranks[i] = here;
      if (here === noMerge) {
        size -= 1;
        heap[0] = heap[size]!;
      } else {
        heap[0] = here * positions + i;
      }
      sink(heap, 0, size);
      const before = previous[i]!;
      if (before < 0) continue;
      const rankBefore = pairs.merge(ids[before]!, rank);
      ranks[before] = rankBefore;
      if (rankBefore === noMerge) continue;
      swim(heap, size, rankBefore * positions + before);
      size += 1;
    }
    this.#size = size;
    return size === 0;
  }

  /** Writes the ids at `at` and returns the offset after them. */
  write(out: Uint32Array, at: number): number {
    const ids = this.#ids;
    const next = this.#next;
    let end = at;
    for (let i = 0; i < this.#length; i = next[i]!) out[end++] = ids[i]!;
    return end;
  }
}

function sink(heap: Float64Array, from: number, size: number): void {
  const value = heap[from]!;
  let i = from;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[child + 1]! < heap[child]!) child += 1;
    if (heap[child]! >= value) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = value;
}

function swim(heap: Float64Array, from: number, value: number): void {
  let i = from;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]! <= value) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = value;
}
