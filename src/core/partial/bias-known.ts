import { FaultError, fault } from '../../../shared/fault.ts';
import type { Logit } from '../numbers/units.ts';
import { type Case, type PartialState, cut, inOrder, none } from './partial-state.ts';

/**
 * x + b for known tokens, by their places; −Infinity bans. Unknown tokens keep what they have.
 *
 * @throws FaultError `out-of-range` when a score leaves the range of numbers.
 */
export function biasKnown(state: PartialState, bias: ReadonlyMap<number, number>): PartialState {
  const scores = state.scores.map((score, i): Logit => score + (bias.get(i) ?? 0));
  const endless = scores.findIndex((score) => score === Infinity);
  if (endless >= 0) {
    const { text } = state.source.known[endless]!;
    throw new FaultError(
      fault('out-of-range', `the new logit of ${JSON.stringify(text)} leaves the range of numbers`),
    );
  }
  const changed = {
    ...state,
    isReported: false,
    scores,
    loose: state.loose.map((was, i) => was || bias.has(i)),
  };
  const cases = state.cases.flatMap((one): Case[] => {
    const left = one.order.filter((i) => bias.get(i) !== -Infinity);
    const order = inOrder(state.source, scores, left);
    if (order.length > 0) return [{ ...one, order }];
    if (one.order.length === 0) return [one];
    // All known ones are banned. Unless an unknown token is left for sure, it may be that nothing is; then the best stays.
    const best = cut(one, 1, none);
    const rest = { ...one, order, count: { low: Math.max(1, one.count.low), high: one.count.high } };
    if (one.count.high === 0) return [best];
    return one.count.low > 0 && state.tail.least > 0 ? [rest] : [rest, best];
  });
  // subtle: the best stays as it was, so it keeps the score that it had
  const kept = new Set(cases.flatMap(({ order }) => order));
  return {
    ...changed,
    scores: scores.map((score, i) => (kept.has(i) && bias.get(i) === -Infinity ? state.scores[i]! : score)),
    cases,
  };
}
