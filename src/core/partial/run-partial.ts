import { type Result, fault } from '../../../shared/fault.ts';
import type { Stage } from '../sampling/stages.ts';
import type { PartialDistribution } from './partial-distribution.ts';
import type { PartialTrace } from './partial-trace.ts';

/**
 * Carries out the stages on a top list: any order, any missing or twice; by the reading that the core calls `openai`.
 *
 * Returns the fault `provider-only` for what needs the unknown tokens one by one and can only be sent to the provider: penalties that
 * are not neutral, and a bias on an id that is not listed (`detail.stage`, `detail.ids`).
 *
 * @throws FaultError for parameters out of range, as `runPipeline`.
 */
export function runPartial(_partial: PartialDistribution, _stages: readonly Stage[]): Result<PartialTrace> {
  return { ok: false, fault: fault('internal', 'not made yet') };
}
