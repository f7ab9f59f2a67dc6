import { FaultError, fault } from '../../../shared/fault.ts';
import { logSumExp } from './log-sum-exp.ts';
import type { Logit } from './units.ts';

/**
 * e^x ÷ Σ e^x: one probability per logit, in [0, 1], summing to 1. −Infinity gives 0.
 *
 * @throws FaultError `out-of-range` when empty or when every logit is −Infinity, `not-a-number` on NaN or +Infinity.
 */
export function softmax(logits: ArrayLike<Logit>): Float64Array {
  if (logSumExp(logits) === -Infinity) {
    throw new FaultError(
      fault(
        'out-of-range',
        'every logit is −Infinity, so no token has a probability; one finite logit is needed',
      ),
    );
  }
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) if (logits[i]! > largest) largest = logits[i]!;
  const probabilities = new Float64Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const weight = Math.exp(logits[i]! - largest);
    probabilities[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < logits.length; i++) probabilities[i]! /= sum;
  return probabilities;
}
