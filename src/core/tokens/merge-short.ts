import { noMerge, type PairTable } from './pair-table.ts';

/** Up to this many parts are merged here; the work grows with the square of their number. */
export const shortLength = 96;

const ranks = new Int32Array(shortLength + 1);

/**
 * Byte-pair encoding of the first `count` of `ids`, in place: merges the pair of lowest rank, the first of equals, until
 * none merges. Returns how many are left. 1 ≤ count ≤ shortLength.
 */
export function mergeShort(pairs: PairTable, ids: Int32Array, count: number): number {
  let n = count;
  let left = ids[0]!;
  for (let i = 1; i < n; i++) {
    const right = ids[i]!;
    ranks[i - 1] = pairs.merge(left, right);
    left = right;
  }
  while (n > 1) {
    let best = noMerge;
    let i = -1;
    for (let j = 0; j < n - 1; j++) {
      const rank = ranks[j]!;
      if (rank < best) {
        best = rank;
        i = j;
      }
    }
    if (i < 0) break;
    ids[i] = best;
    n -= 1;
    for (let j = i + 1; j < n; j++) {
      ids[j] = ids[j + 1]!;
      ranks[j] = ranks[j + 1]!;
    }
    if (i + 1 < n) ranks[i] = pairs.merge(best, ids[i + 1]!);
    if (i > 0) ranks[i - 1] = pairs.merge(ids[i - 1]!, best);
  }
  return n;
}
