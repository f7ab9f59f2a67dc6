import { FaultError, fault } from '../../../shared/fault.ts';
import type { Logit } from './units.ts';

/**
 * ln Σ e^x, shifted by the largest so that nothing overflows. −Infinity when every x is.
 *
 * @throws FaultError `out-of-range` when empty, `not-a-number` when an x is NaN or +Infinity.
 */
export function logSumExp(logits: ArrayLike<Logit>): Logit {
  if (logits.length === 0)
    throw new FaultError(fault('out-of-range', 'log-sum-exp of nothing: at least one logit is needed'));
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    const x = logits[i]!;
    if (Number.isNaN(x) || x === Infinity) {
      throw new FaultError(
        fault(
          'not-a-number',
          `logit ${String(i)} is ${String(x)}; a finite number or −Infinity is accepted`,
          { index: i },
        ),
      );
    }
    if (x > largest) largest = x;
  }
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i]! - largest);
  return largest + Math.log(sum);
}
