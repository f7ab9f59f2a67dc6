import type { Logit, TokenId } from '../numbers/units.ts';
import type { Candidates } from './candidates.ts';
import type { Rules } from './stages.ts';
import type { StageNote } from './trace.ts';

/** What a stage may look at besides the candidates. */
export interface StageContext {
  readonly rules: Rules;
  readonly prompt: ArrayLike<TokenId>;
  readonly output: ArrayLike<TokenId>;
  readonly vocabularySize: number;
  /** The logit of a token as this stage finds it, whether still in play or not. */
  readonly logitOf: (id: TokenId) => Logit;
}

/** What a stage hands back to the pipeline. */
export interface StageOutcome {
  readonly candidates: Candidates;
  /** Ids that were in play before and are no longer. */
  readonly removed: ArrayLike<TokenId>;
  readonly note: StageNote | undefined;
  /** A token's logit after the stage, from the one before; absent when the stage changes none. */
  readonly revalue?: (id: TokenId, before: Logit) => Logit;
}

const none: ArrayLike<TokenId> = [];

export function unchanged(candidates: Candidates): StageOutcome {
  return { candidates, removed: none, note: 'neutral' };
}

/** Keeps the first `kept` candidates. */
export function cutTo(candidates: Candidates, kept: number, note: StageNote | undefined): StageOutcome {
  return {
    candidates: candidates.cut(kept).asSorted(),
    removed: candidates.order.subarray(kept, candidates.kept),
    note,
  };
}
