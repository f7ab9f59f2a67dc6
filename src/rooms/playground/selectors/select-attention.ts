import type { Inside } from '../../../core/model/language-model.ts';
import { rank } from '../../../core/numbers/rank.ts';

/** Which row of attention: a layer from 0, and a head from 0 or the mean of all of its heads. */
export interface AttentionChoice {
  readonly layer: number;
  readonly head: number | 'mean';
}

/** One position of the window, from 0, and the share of the attention that it got. */
export interface AttentionShare {
  readonly position: number;
  readonly share: number;
}

export interface AttentionRow {
  /** By position; sums to 1. */
  readonly shares: Float64Array;
  readonly largest: number;
  /** The positions with most of it, largest first. */
  readonly top: readonly AttentionShare[];
  /** How many others there are, and what they got together. */
  readonly others: number;
  readonly rest: number;
}

/** Where the last position looked, in one head or on average, with the `count` positions that got most. */
export function selectAttention(
  { attention, heads, window }: Inside,
  { layer, head }: AttentionChoice,
  count: number,
): AttentionRow {
  const length = window.length;
  const chosen = head === 'mean' ? Array.from({ length: heads }, (_, each) => each) : [head];
  const shares = new Float64Array(length);
  for (const each of chosen) {
    const start = (layer * heads + each) * length;
    for (let at = 0; at < length; at++) shares[at]! += attention[start + at]! / chosen.length;
  }
  const order = rank(shares);
  const top = Array.from(order.subarray(0, count), (position) => ({ position, share: shares[position]! }));
  const outside = order.subarray(count);
  const rest = outside.reduce((sum, position) => sum + shares[position]!, 0);
  return { shares, largest: top[0]?.share ?? 0, top, others: outside.length, rest };
}
