import { noMerge, type PairTable } from './pair-table.ts';

/** Positions are below this, ranks times this are exact in a double. */
const positions = 2 ** 31;

/**
 * Byte-pair encoding of a long piece in O(n log n): a heap of (rank, position) over linked positions. An entry whose pair
 * has changed since is dropped when it comes up.
 *
 * Same contract as mergeShort, for any length.
 */
export function mergeLong(
  pairs: PairTable,
  bytes: Uint8Array,
  p: number,
  length: number,
  out: Uint32Array,
  at: number,
): number {
  const ids = new Int32Array(length);
  const ranks = new Int32Array(length).fill(noMerge);
  const next = new Int32Array(length);
  const previous = new Int32Array(length);
  // At most length − 1 pairs at the start, and each of at most length − 1 merges adds at most one entry.
  const heap = new Float64Array(length * 2);
  let size = 0;
  for (let i = 0; i < length; i++) {
    ids[i] = pairs.idOfByte[bytes[p + i]!]!;
    next[i] = i + 1;
    previous[i] = i - 1;
    if (i + 1 === length) break;
    const rank = pairs.ofBytes[(bytes[p + i]! << 8) | bytes[p + i + 1]!]!;
    ranks[i] = rank;
    if (rank !== noMerge) heap[size++] = rank * positions + i;
  }
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(heap, i, size);

  while (size > 0) {
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
    ids[gone] = -1;
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
    if (before >= 0) {
      const rankBefore = pairs.merge(ids[before]!, rank);
      ranks[before] = rankBefore;
      if (rankBefore !== noMerge) {
        heap[size] = rankBefore * positions + before;
        size += 1;
        swim(heap, size - 1);
      }
    }
  }

  let end = at;
  for (let i = 0; i < length; i = next[i]!) out[end++] = ids[i]!;
  return end;
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

function swim(heap: Float64Array, from: number): void {
  const value = heap[from]!;
  let i = from;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]! <= value) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = value;
}
