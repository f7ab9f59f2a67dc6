import type { TokenId } from '../numbers/units.ts';
import type { Tokens } from './token-sheet.ts';

/** Runs shorter than this are sorted by insertion. */
const short = 24;

/**
 * Sorts ids in place by their tokens' bytes, which for texts is the order of code points; what is the beginning of
 * another comes before it, and ids of equal bytes stay in order. Byte by byte from the left (MSD radix sort): ten times
 * faster for a whole vocabulary than comparing texts.
 */
export function sortByBytes(
  ids: Uint32Array<ArrayBuffer>,
  { bytes, offsets }: Pick<Tokens, 'bytes' | 'offsets'>,
): void {
  const spare = new Uint32Array(ids.length);

  /** 0 after the token's end, else its byte and one. */
  const digit = (id: TokenId, depth: number): number => {
    const at = offsets[id]! + depth;
    return at < offsets[id + 1]! ? bytes[at]! + 1 : 0;
  };

  const isAfter = (a: TokenId, b: TokenId, from: number): boolean => {
    for (let depth = from; ; depth++) {
      const one = digit(a, depth);
      const other = digit(b, depth);
      if (one !== other) return one > other;
      if (one === 0) return false;
    }
  };

  const insert = (from: number, to: number, depth: number): void => {
    for (let i = from + 1; i < to; i++) {
      const id = ids[i]!;
      let at = i;
      for (; at > from && isAfter(ids[at - 1]!, id, depth); at--) ids[at] = ids[at - 1]!;
      ids[at] = id;
    }
  };

  /** Ids [from, to) have the same bytes before `depth`. */
  const sort = (from: number, to: number, depth: number): void => {
    if (to - from < short) return insert(from, to, depth);
    const starts = new Uint32Array(258);
    for (let i = from; i < to; i++) starts[digit(ids[i]!, depth) + 1]! += 1;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const next = starts.slice();
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      spare[from + next[digit(id, depth)]!++] = id;
    }
    ids.set(spare.subarray(from, to), from);
    for (let value = 1; value < 257; value++) {
      const begin = from + starts[value]!;
      const end = from + starts[value + 1]!;
      if (end - begin > 1) sort(begin, end, depth + 1);
    }
  };

  sort(0, ids.length, 0);
}
