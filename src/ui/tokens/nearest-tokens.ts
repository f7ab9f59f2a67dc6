import type { TokenSlice } from '../../core/tokens/slice.ts';

/** Indices [from, to) of the at most `most` tokens of a slice that stand around a UTF-16 offset. */
export function nearestTokens(
  slice: TokenSlice,
  at: number,
  most: number,
): { readonly from: number; readonly to: number } {
  const count = slice.ids.length;
  let here = 0;
  while (here < count - 1 && slice.ends[here]! < at) here++;
  const from = Math.max(0, Math.min(here - Math.floor(most / 2), count - most));
  return { from, to: Math.min(count, from + most) };
}
