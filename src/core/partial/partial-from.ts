import { type Result, fault } from '../../../shared/fault.ts';
import type { KnownToken, PartialDistribution, SampledToken } from './partial-distribution.ts';

export interface TopList {
  /** In any order. Logprobs that stand for "less likely than all others" (−9999, −Infinity) are left out. */
  readonly top: readonly KnownToken[];
  /** What was drawn; known too when it has a logprob and is not in the list. */
  readonly sampled?: SampledToken | undefined;
  readonly vocabularySize?: number | undefined;
  /** How exactly logprobs are reported: a unit in the last place. Single precision when left out. */
  readonly precision?: number;
}

/** Returns `broken-answer` for a list that no distribution can have: one that sums to clearly more than 1, for instance. */
export function partialFrom(_list: TopList): Result<PartialDistribution> {
  return { ok: false, fault: fault('internal', 'not made yet') };
}
