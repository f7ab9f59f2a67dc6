import type { Logit, Probability } from '../numbers/units.ts';
import type { PartialDistribution } from './partial-distribution.ts';

/** The unknown tokens. They share `mass`, and none is above the cap. */
export interface Tail {
  /** How many there are; Infinity when that is not known. */
  readonly size: number;
  readonly mass: Probability;
  /** Where the mass lies for sure, as it was reported rounded. */
  readonly least: Probability;
  readonly most: Probability;
  readonly cap: Probability;
}

/** Numbers of tokens, or weights; `high` may be Infinity. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A rest smaller than this part of the cap is a rounding of none. */
const noRest = 1e-12;

export function tailOf({ remainder, remainderError, unknown, cap }: PartialDistribution): Tail {
  const size = unknown ?? Infinity;
  const limit = size === 0 ? 0 : size * cap;
  return {
    size,
    mass: remainder,
    least: Math.max(0, remainder - remainderError),
    most: Math.min(remainder + remainderError, limit),
    cap,
  };
}

/**
 * What Σ p^exponent can be over the likeliest `count` of the tail's tokens, times e^−shift.
 *
 * The sum over all of them lies between two extremes. Even: each has mass ÷ size. Packed: as many as possible are at the cap, one
 * has the rest, the others nothing. p^a is concave for a < 1 (T > 1), so that even is the most and packed the least; for a > 1 it
 * is the other way round. Both extremes are distributions that agree with the list, so for the whole tail no bound can be better.
 */
export function tailWeight(tail: Tail, exponent: number, count: Range, shift: Logit): Range {
  if (count.high === 0) return { low: 0, high: 0 };
  const isWhole = count.low === tail.size;
  const weight = (p: Probability): number => (p > 0 ? Math.exp(exponent * Math.log(p) - shift) : 0);
  const least =
    exponent > 1
      ? times(tail.size, weight(tail.least / tail.size))
      : packed(tail.least, tail.cap, Infinity, weight);
  return {
    // The likeliest tokens have at least their share.
    low: isWhole ? least : (count.low / tail.size) * least,
    high:
      exponent < 1
        ? times(count.high, weight(Math.min(tail.cap, tail.most / count.high)), tail.most)
        : packed(tail.most, tail.cap, count.high, weight),
  };
}

/** As many as possible at the cap, one with the rest; `count` tokens at most. */
function packed(
  mass: Probability,
  cap: Probability,
  count: number,
  weight: (p: Probability) => number,
): number {
  const full = Math.floor(mass / cap);
  if (count <= full) return count * weight(cap);
  const rest = mass - full * cap;
  return full * weight(cap) + (rest > noRest * cap ? weight(rest) : 0);
}

/** `count` × `each`; without end, a mass that is spread ever thinner has a weight that grows or shrinks without end. */
function times(count: number, each: number, mass = 0): number {
  if (count < Infinity) return count * each;
  return mass > 0 ? Infinity : 0;
}

/** How many there are at least: of a vocabulary of unknown size, as many as it takes to hold the mass. */
export function surely(count: Range, { least, cap }: Tail): number {
  return count.low === Infinity ? Math.ceil((least / cap) * (1 - noRest)) : count.low;
}

/** How many of the tail's tokens can have a probability of p or more. */
export function mostAtOrAbove(tail: Tail, p: Probability): number {
  if (p > tail.cap * (1 + noRest)) return 0;
  return p > 0 ? Math.min(tail.size, Math.floor((tail.most / p) * (1 + noRest))) : tail.size;
}

/** How many of them must have one of p or more: if fewer had, the others could not hold the mass. */
export function leastAtOrAbove(tail: Tail, p: Probability): number {
  if (!(p < tail.cap)) return 0;
  const short = tail.least - tail.size * p; // −Infinity when the size is not known
  return short > 0 ? Math.min(tail.size, Math.ceil((short / (tail.cap - p)) * (1 - noRest))) : 0;
}
