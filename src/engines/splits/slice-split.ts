import type { SplitSlice, TextSplit } from './contract.ts';

/** The pieces of a split that touch UTF-16 [from, to), as arrays of their own. */
export function sliceSplit(
  { starts, ends, ids }: Pick<TextSplit, 'starts' | 'ends' | 'ids'>,
  from: number,
  to: number,
): SplitSlice {
  let first = firstAt(starts, from);
  // What begins before may reach in: one long piece, or several that share a character.
  while (first > 0 && ends[first - 1]! > from) first -= 1;
  const last = Math.max(first, firstAt(starts, to));
  return {
    first,
    starts: starts.slice(first, last),
    ends: ends.slice(first, last),
    ...(ids !== undefined && { ids: ids.slice(first, last) }),
  };
}

/** Index of the first start that is not before a place; starts rise. */
function firstAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
