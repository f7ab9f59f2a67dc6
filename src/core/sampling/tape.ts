import { FaultError, fault } from '../../../shared/fault.ts';
import type { Probability, TokenId } from '../numbers/units.ts';

/**
 * Where each token's piece of the tape begins and ends: token `order[i]` has [edges[i], edges[i + 1]), with edges[0] = 0
 * and a last edge of exactly 1. The same sums as `draw`, so that a needle at u lies in the piece of the token drawn.
 *
 * @param order ids by falling probability, such as a trace's `finalOrder`.
 */
export function tapeEdges(order: ArrayLike<TokenId>, probabilities: ArrayLike<Probability>): Float64Array {
  const edges = new Float64Array(order.length + 1);
  let sum = 0;
  for (let i = 0; i < order.length; i++) {
    sum += probabilities[order[i]!]!;
    edges[i + 1] = sum;
  }
  if (!(sum > 0))
    throw new FaultError(fault('out-of-range', 'no token has a probability above 0, so there is no tape'));
  for (let i = 1; i < edges.length; i++) edges[i]! /= sum;
  return edges;
}

/** Position in the order of the token whose piece holds u: binary search. @throws FaultError `out-of-range` unless 0 ≤ u < 1. */
export function positionOnTape(edges: Float64Array, u: number): number {
  if (!(u >= 0 && u < 1)) {
    throw new FaultError(
      fault('out-of-range', `u is ${String(u)}; 0 or more and less than 1 is accepted`, {
        value: String(u),
        min: 0,
        max: 1,
      }),
    );
  }
  let from = 0;
  let to = edges.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (edges[middle + 1]! > u) to = middle;
    else from = middle + 1;
  }
  return from;
}
