import {
  type Case,
  type PartialState,
  type WeighedCase,
  cut,
  none,
  roundings,
  weigh,
} from './partial-state.ts';
import type { Range } from './tail.ts';
import { keepFirst } from './keep-first.ts';

/**
 * Top-p: the smallest set of the likeliest tokens whose share of the whole, W + R, reaches p, which is in [0, 1). With W the weight
 * of the known tokens and R that of the unknown ones, a token is in when what is before it is less than p (W + R).
 */
export function keepNucleus(state: PartialState, one: Case, p: number): Case[] {
  if (p === 0) return keepFirst(state, one, 1);
  const weighed = weigh(state, one);
  const { weights, knownWeight, rest, ahead } = weighed;
  const lowest = p * (knownWeight + rest.low) * (1 - roundings);
  const highest = p * (knownWeight + rest.high) * (1 + roundings);
  const cases: Case[] = [];
  let mass = 0;
  for (let kept = 1; kept <= ahead; kept++) {
    const isIn = kept === 1 || mass < highest;
    mass += weights[kept - 1]!;
    if (isIn && mass >= lowest) cases.push(cut(one, kept, none));
  }
  const isBeyond = one.count.high > 0 || one.order.length > ahead;
  if (isBeyond && (ahead === 0 || mass < highest)) cases.push(...beyond(one, p, weighed, mass));
  return cases;
}

/** The nucleus ends among unknown tokens, and among known ones that they may overtake. `mass`: of those ahead. */
function beyond(one: Case, p: number, weighed: WeighedCase, mass: number): Case[] {
  const { order, count } = one;
  const { shift, capWeight, weights, knownWeight, rest, ahead, before } = weighed;
  // That it goes beyond those ahead says something of R.
  const low = Math.min(rest.high, Math.max(rest.low, (mass / p - knownWeight) * (1 - roundings)));
  const target = (r: number): number => p * (knownWeight + r);
  const cases: Case[] = [];
  let inside = mass;
  for (let kept = ahead; kept <= order.length; kept++) {
    const last = kept > ahead ? weights[kept - 1]! : 0;
    if (kept > ahead && !(inside < target(rest.high) * (1 + roundings))) break;
    inside += last;
    const need = (r: number): number => target(r) - inside;
    // What can be before the next known token: unknown ones of its weight or more.
    const isNextOut =
      kept === order.length ||
      (need(low) <= atMost(before[kept]!, capWeight) * (1 + roundings) &&
        (rest.high === Infinity || need(rest.high) <= rest.high * (1 + roundings)));
    if (!isNextOut) continue;
    const unknown = countFor({
      least: capWeight > 0 ? need(low) / capWeight : 0,
      // The likeliest have at least their share of R, so no more of them than this are needed.
      share: Math.max(share(need(low) + last, low), share(need(rest.high) + last, rest.high, p)),
      count,
      mustHave: kept === ahead ? 1 : 0,
    });
    if (unknown === undefined) continue;
    const left = cut(one, kept, unknown);
    const high = Math.min(rest.high, need(rest.high) + Math.max(capWeight, last));
    cases.push({
      ...left,
      bound: {
        low: Math.log(Math.max(0, need(low) * (1 - roundings))) + shift,
        high: Math.log(high * (1 + roundings)) + shift,
      },
    });
  }
  return cases;
}

/** What so many tokens of this weight weigh, also when their number has no end. */
function atMost(tokens: number, weight: number): number {
  return tokens === Infinity ? Infinity : tokens * weight;
}

/** need ÷ R, at most 1; `limit` is what it tends to when R has no end. */
function share(need: number, r: number, limit = 1): number {
  if (r === Infinity) return limit;
  return r > 0 ? Math.min(1, Math.max(0, need / r)) : 1;
}

interface Needed {
  readonly least: number;
  readonly share: number;
  readonly count: Range;
  readonly mustHave: number;
}

function countFor({ least, share: part, count, mustHave }: Needed): Range | undefined {
  const high =
    part === 0
      ? Math.min(count.high, 1)
      : Math.min(count.high, Math.floor(count.high * part * (1 + roundings)) + 1);
  if (high < mustHave) return undefined;
  return { low: Math.min(high, Math.max(mustHave, Math.ceil(least * (1 - roundings)), 0)), high };
}
