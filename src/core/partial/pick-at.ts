import { FaultError, fault } from '../../../shared/fault.ts';
import type { PartialPick, PartialTrace } from './partial-trace.ts';

/**
 * What lies at u on the tape: the known tokens by falling final probability, the remainder behind them.
 *
 * @param u in [0, 1). @throws FaultError `out-of-range` otherwise.
 */
export function pickAt(_trace: PartialTrace, _u: number): PartialPick {
  throw new FaultError(fault('internal', 'not made yet'));
}
