import { noMerge, type PairTable } from './pair-table.ts';

/** Pieces of up to this many bytes are merged here; the work grows with the square of the length. */
export const shortLength = 64;

const ids = new Int32Array(shortLength + 1);
const ranks = new Int32Array(shortLength + 1);

/**
 * Byte-pair encoding of the bytes [p, p + length), 2 ≤ length ≤ shortLength: merges the pair of lowest rank, the first
 * of equals, until none merges. Writes the ids at `at` and returns the offset after them.
 */
export function mergeShort(
  pairs: PairTable,
  bytes: Uint8Array,
  p: number,
  length: number,
  out: Uint32Array,
  at: number,
): number {
  const { idOfByte, ofBytes } = pairs;
  let count = length;
  let before = bytes[p]!;
  ids[0] = idOfByte[before]!;
  for (let i = 1; i < count; i++) {
    const byte = bytes[p + i]!;
    ids[i] = idOfByte[byte]!;
    ranks[i - 1] = ofBytes[(before << 8) | byte]!;
    before = byte;
  }
  while (count > 1) {
    let best = noMerge;
    let i = -1;
    for (let j = 0; j < count - 1; j++) {
      const rank = ranks[j]!;
      if (rank < best) {
        best = rank;
        i = j;
      }
    }
    if (i < 0) break;
    ids[i] = best;
    count -= 1;
    for (let j = i + 1; j < count; j++) {
      ids[j] = ids[j + 1]!;
      ranks[j] = ranks[j + 1]!;
    }
    if (i + 1 < count) ranks[i] = pairs.merge(best, ids[i + 1]!);
    if (i > 0) ranks[i - 1] = pairs.merge(ids[i - 1]!, best);
  }
  for (let i = 0; i < count; i++) out[at + i] = ids[i]!;
  return at + count;
}
