import { surely } from './tail.ts';
import { type Case, type PartialState, cut, none, weigh } from './partial-state.ts';

/** The first `target` of known and unknown tokens together; `target` ≥ 1. */
export function keepFirst(state: PartialState, one: Case, target: number): Case[] {
  const { order, count } = one;
  if (order.length + count.high <= target) return [one];
  const { ahead, before } = weigh(state, one);
  if (target <= ahead) return [cut(one, target, none)];
  const cases: Case[] = [];
  // Known tokens that unknown ones may overtake: any number of them can be left, the others make room for unknown ones.
  for (let kept = ahead; kept < order.length && kept <= target; kept++) {
    const unknown = target - kept;
    if (before[kept]! >= unknown) cases.push(cut(one, kept, { low: unknown, high: unknown }));
  }
  if (order.length <= target) {
    const left = target - order.length;
    cases.push(
      cut(one, order.length, {
        low: Math.min(surely(count, state.tail), left),
        high: Math.min(count.high, left),
      }),
    );
  }
  return cases;
}

/** What a rule leaves, but at least the first `least` tokens. */
export function keepAtLeast(
  state: PartialState,
  one: Case,
  least: number | undefined,
  cases: readonly Case[],
): readonly Case[] {
  if (least === undefined || least <= 1) return cases;
  const enough = cases
    .filter(({ order, count }) => order.length + count.high >= least)
    .map((left) => {
      const { order, count } = left;
      const low = Math.max(count.low, Math.min(surely(one.count, state.tail), least - order.length));
      return low === count.low ? left : { ...left, count: { low, high: count.high } };
    });
  const isShort = cases.some(({ order, count }) => order.length + count.low < least);
  return isShort ? [...enough, ...keepFirst(state, one, least)] : enough;
}
