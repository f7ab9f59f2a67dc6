import { keepFirst } from './keep-first.ts';
import { type Case, type PartialState, cut, none, roundings, weigh } from './partial-state.ts';
import { type Range, leastAtOrAbove, mostAtOrAbove } from './tail.ts';

/** Min-p: tokens with at least p × the weight of the likeliest. Above p = 1 none has that, and the best stays. */
export function keepMinP(state: PartialState, one: Case, p: number): Case[] {
  if (p > 1) return keepFirst(state, one, 1);
  const { tail, exponent } = state;
  const { shift, weights, ahead } = weigh(state, one);
  const largest: Range =
    ahead > 0 ? { low: weights[0]!, high: weights[0]! } : largestOf(state, one, weights[0] ?? 0, shift);
  const bar = { low: p * largest.low, high: p * largest.high };
  // subtle: equals of the likeliest stay for sure, also where p is so near to 1 that roundings could count
  const sure = weights.filter(
    (weight) => weight >= bar.high * (1 + roundings) || (ahead > 0 && weight === weights[0]),
  ).length;
  const possible = weights.filter((weight) => weight >= bar.low * (1 - roundings)).length;
  const probabilityOf = (weight: number): number => Math.exp((Math.log(weight) + shift) / exponent);
  const unknown =
    one.count.high === 0
      ? none
      : {
          low: Math.min(one.count.low, leastAtOrAbove(tail, probabilityOf(bar.high * (1 + roundings)))),
          high: Math.min(one.count.high, mostAtOrAbove(tail, probabilityOf(bar.low * (1 - roundings)))),
        };
  const cases: Case[] = [];
  for (let kept = sure; kept <= possible; kept++) {
    const low = kept === 0 ? Math.max(1, unknown.low) : unknown.low; // something is the likeliest
    if (low <= unknown.high) cases.push(cut(one, kept, { low, high: unknown.high }));
  }
  return cases;
}

/** Where the likeliest token's weight lies, when it may be an unknown one. */
function largestOf(
  { tail, exponent, capScore }: PartialState,
  { count }: Case,
  known: number,
  shift: number,
): Range {
  const even =
    count.low > 0 && tail.least > 0 ? Math.exp(exponent * Math.log(tail.least / tail.size) - shift) : 0;
  return { low: Math.max(known, even), high: Math.max(known, Math.exp(capScore - shift)) };
}
