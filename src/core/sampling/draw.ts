import { FaultError, fault } from '../../../shared/fault.ts';
import { rank } from '../numbers/rank.ts';
import type { Probability, TokenId } from '../numbers/units.ts';
import type { Trace } from './trace.ts';

/*
 * The one rule of drawing: the tokens lie on a tape from the largest to the smallest probability, the smaller id
 * first among equals, each as wide as its probability; u is a place on the tape, and the token there is drawn.
 * A token's piece is [start, end), with end = (sum of the probabilities up to and with its own) ÷ (sum of all), so the
 * last end is exactly 1 and a piece of width 0 is never hit.
 */

/**
 * The token at u on the tape of these probabilities (by id, 0 where removed; they need not sum to exactly 1).
 *
 * @param u in [0, 1).
 * @throws FaultError when u is outside, when a probability is NaN, negative or infinite, or when all are 0.
 */
export function draw(probabilities: ArrayLike<Probability>, u: number): TokenId {
  let count = 0;
  for (let id = 0; id < probabilities.length; id++) {
    const p = probabilities[id]!;
    if (!(p >= 0 && p < Infinity)) {
      throw new FaultError(
        fault('not-a-number', `probability ${String(id)} is ${String(p)}; 0 to 1 is accepted`, { index: id }),
      );
    }
    if (p > 0) count++;
  }
  const ids = new Uint32Array(count);
  const positive = new Float64Array(count);
  let next = 0;
  for (let id = 0; id < probabilities.length; id++) {
    const p = probabilities[id]!;
    if (p > 0) {
      ids[next] = id;
      positive[next++] = p;
    }
  }
  const order = rank(positive);
  for (let i = 0; i < count; i++) order[i] = ids[order[i]!]!;
  return drawAlong(order, probabilities, u);
}

/** As `draw`, along an order that is kept already, such as a trace's `finalOrder`. */
export function drawAlong(
  order: ArrayLike<TokenId>,
  probabilities: ArrayLike<Probability>,
  u: number,
): TokenId {
  checkPlace(u);
  let total = 0;
  for (let i = 0; i < order.length; i++) total += probabilities[order[i]!]!;
  if (!(total > 0))
    throw new FaultError(fault('out-of-range', 'no token has a probability above 0, so none can be drawn'));
  let sum = 0;
  for (let i = 0; i < order.length; i++) {
    sum += probabilities[order[i]!]!;
    if (sum / total > u) return order[i]!;
  }
  throw new FaultError(fault('internal', 'unreachable: the last edge is 1'));
}

/** As `draw` with the final probabilities of a run, from what the run has at hand. @throws FaultError when u is outside. */
export function drawFromTrace({ finalOrder, final }: Trace, u: number): TokenId {
  const { values, sum } = final.weights;
  checkPlace(u);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]! / sum;
  let upTo = 0;
  for (let i = 0; i < values.length; i++) {
    upTo += values[i]! / sum;
    if (upTo / total > u) return finalOrder[i]!;
  }
  throw new FaultError(fault('internal', 'unreachable: the last edge is 1'));
}

function checkPlace(u: number): void {
  if (u >= 0 && u < 1) return;
  throw new FaultError(
    fault('out-of-range', `u is ${String(u)}; 0 or more and less than 1 is accepted`, {
      value: String(u),
      min: 0,
      max: 1,
    }),
  );
}
