import type { Probability } from '../numbers/units.ts';
import type { Stage } from '../sampling/stages.ts';
import type { PartialDistribution } from './partial-distribution.ts';

/** Where a probability lies for sure; a point when `low` = `high`. */
export interface Interval {
  readonly low: Probability;
  readonly high: Probability;
}

/** A number of tokens; `high` is undefined when nothing limits it. */
export interface CountRange {
  readonly low: number;
  readonly high: number | undefined;
}

/**
 * `removed`: for sure, by stage number `stage` at the latest. `undecided`: from stage number `stage` on it depends on tokens that are
 * not known whether it is still there. Stages count from 0.
 */
export type PartialStatus =
  | { readonly kind: 'kept' }
  | { readonly kind: 'removed'; readonly stage: number }
  | { readonly kind: 'undecided'; readonly stage: number };

export interface PartialToken {
  /** As reported. */
  readonly model: Probability;
  readonly final: Interval;
  readonly status: PartialStatus;
}

export type PartialNote =
  | 'neutral' // its value leaves everything as it is
  | 'argmax' // T = 0: only the best token is left
  | 'ties'; // the cut goes between equals: ids decide, or the order of the list

export interface PartialStage {
  readonly params: Stage;
  /** How many known tokens are left after it. */
  readonly known: { readonly low: number; readonly high: number };
  /** What the unknown tokens hold together after it. */
  readonly remainder: Interval;
  readonly note: PartialNote | undefined;
}

/**
 * One way in which the unknown tokens can have decided what the stages cut. In each, the known tokens that are left have fixed
 * weights, so every final probability is weight ÷ (Σ weights + R) with one unknown R: the remainder's weight.
 */
export interface PartialCase {
  /** Places in `known` of what is left, in the order of the tape: by falling weight, ties by id (as listed where ids are missing). */
  readonly order: readonly number[];
  /** Beside `order`; relative, the largest known about 1. */
  readonly weights: readonly number[];
  /** R. `high` is Infinity when nothing limits it. */
  readonly remainderWeight: { readonly low: number; readonly high: number };
  readonly remainderCount: CountRange;
  /** The unknown tokens come after the first so many of `order`; among the rest they may lie anywhere. */
  readonly ahead: number;
  /** Beside `order`: how much weight of unknown tokens can lie before this one at most; 0 for those ahead. */
  readonly unknownBefore: readonly number[];
}

/** What stages make of a top list. Every full distribution that agrees with the list has its final probabilities inside. */
export interface PartialTrace {
  readonly source: PartialDistribution;
  /** One for each of `source.known`. */
  readonly tokens: readonly PartialToken[];
  readonly remainder: {
    readonly model: Probability;
    readonly final: Interval;
    /** How many of the unknown tokens can be left. */
    readonly count: CountRange;
  };
  readonly stages: readonly PartialStage[];
  /** At least one. One, unless a cut depends on the unknown tokens. */
  readonly cases: readonly PartialCase[];
}

export type PartialCandidate =
  | { readonly kind: 'token'; /** Place in `source.known`. */ readonly index: number }
  | { readonly kind: 'remainder' };

/** What a draw gives: the same for all that the unknown tokens can be, or one of several. */
export type PartialPick =
  PartialCandidate | { readonly kind: 'undecided'; readonly between: readonly PartialCandidate[] };
