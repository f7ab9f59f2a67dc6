import type { Logit } from '../numbers/units.ts';
import type { PartialDistribution } from './partial-distribution.ts';
import { type Range, type Tail, mostAtOrAbove, tailOf, tailWeight } from './tail.ts';

/** Where the stages have got to: what they changed is one for all cases, what they cut may differ. */
export interface PartialState {
  readonly source: PartialDistribution;
  readonly tail: Tail;
  /** No score has been changed: what was reported stands as it is. From the first change on its roundings count. */
  readonly isReported: boolean;
  /** One for each known token: its score now. */
  readonly scores: readonly Logit[];
  /** The score that a token at the cap would have now: no unknown token has a higher one. */
  readonly capScore: Logit;
  /** An unknown token of probability p has p^exponent for its weight now: 1 over all temperatures so far. */
  readonly exponent: number;
  /** One for each known token: it may stand behind unknown ones of the same score. So it is with those the list did not place. */
  readonly loose: readonly boolean[];
  readonly cases: readonly Case[];
}

/** What is left of the tokens, in one of the ways in which the unknown ones can have decided it. */
export interface Case {
  /** Places of the known tokens that are left, by falling score, ties by id. */
  readonly order: readonly number[];
  /** How many of the unknown tokens are left: always the likeliest. */
  readonly count: Range;
  /** What is known of their weight beyond what follows from their number, as natural logarithms; until a temperature changes it. */
  readonly bound: Range | undefined;
}

export const none: Range = { low: 0, high: 0 };

/** Numbers that differ by less may be one number: they were added up in another order. */
export const roundings = 1e-11;

export function firstState(source: PartialDistribution): PartialState {
  const tail = tailOf(source);
  const scores: readonly Logit[] = source.known.map(({ logprob }): number => logprob);
  const whole: Case = {
    order: inOrder(source, scores, [...scores.keys()]),
    count: { low: tail.size, high: tail.size },
    bound: undefined,
  };
  return {
    source,
    tail,
    isReported: true,
    scores,
    capScore: Math.log(source.cap),
    exponent: 1,
    loose: source.known.map((_, i) => i === source.outside),
    cases: [whole],
  };
}

/** By falling score; ties by id, or as listed when a token has none. */
export function inOrder(
  { known }: PartialDistribution,
  scores: readonly Logit[],
  places: readonly number[],
): number[] {
  const byId = known.every(({ id }) => id !== undefined);
  const tie = (i: number): number => (byId ? known[i]!.id! : i);
  // subtle: −Infinity − −Infinity is NaN
  return places.toSorted((i, j) =>
    scores[i] === scores[j] ? tie(i) - tie(j) : scores[j]! > scores[i]! ? 1 : -1,
  );
}

/** A case as weights, e^(score − shift), about 1 for the largest. */
export interface WeighedCase {
  readonly shift: Logit;
  /** No unknown token weighs more. */
  readonly capWeight: number;
  readonly weights: readonly number[];
  readonly knownWeight: number;
  /** R: what the unknown tokens that are left weigh together. */
  readonly rest: Range;
  /** How many of the order are before every unknown token. */
  readonly ahead: number;
  /** Beside the order: how many unknown tokens can be before this one. */
  readonly before: readonly number[];
}

export function weigh(state: PartialState, one: Case): WeighedCase {
  const { scores, capScore, tail, exponent } = state;
  const { order, count } = one;
  const largest = order.length > 0 ? scores[order[0]!]! : -Infinity;
  const shift = count.high > 0 ? Math.max(largest, capScore) : largest;
  const weights = order.map((i) => Math.exp(scores[i]! - shift));
  const ahead = aheadIn(state, one);
  const before = order.map((i, at) =>
    at < ahead ? 0 : Math.min(count.high, mostAtOrAbove(tail, Math.exp(scores[i]! / exponent))),
  );
  return {
    shift,
    capWeight: Math.exp(capScore - shift),
    weights,
    knownWeight: sum(weights),
    rest: restOf(state, one, shift),
    ahead,
    before,
  };
}

/** How many of the order are before every unknown token. */
function aheadIn({ scores, capScore, loose }: PartialState, { order, count }: Case): number {
  if (count.high === 0) return order.length;
  const behind = order.findIndex((i) => scores[i]! < capScore || (scores[i] === capScore && loose[i]));
  return behind < 0 ? order.length : behind;
}

function restOf(state: PartialState, { count, bound }: Case, shift: Logit): Range {
  const { tail, exponent } = state;
  if (state.isReported && count.low === tail.size) {
    const weight = tail.mass * Math.exp(0 - shift);
    return { low: weight, high: weight };
  }
  const range = tailWeight(tail, exponent, count, shift);
  if (bound === undefined) return range;
  const high = Math.min(range.high, Math.exp(bound.high - shift));
  return { low: Math.min(high, Math.max(range.low, Math.exp(bound.low - shift))), high };
}

/** Smallest first, so that many small ones are not lost beside a large one. */
function sum(weights: readonly number[]): number {
  let total = 0;
  for (let i = weights.length - 1; i >= 0; i--) total += weights[i]!;
  return total;
}

/** The first `kept` of the known and so many of the unknown tokens. */
export function cut({ order, count, bound }: Case, kept: number, unknown: Range): Case {
  const isSame = unknown.low === count.low && unknown.high === count.high;
  return {
    order: kept === order.length ? order : order.slice(0, kept),
    count: unknown,
    bound: isSame || bound === undefined ? bound : { low: -Infinity, high: bound.high },
  };
}
