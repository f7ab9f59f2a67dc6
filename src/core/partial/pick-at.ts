import { FaultError, fault } from '../../../shared/fault.ts';
import type { PartialCandidate, PartialCase, PartialPick, PartialTrace } from './partial-trace.ts';
import { roundings } from './partial-state.ts';

/**
 * What lies at u on the tape: the known tokens by falling final probability, the remainder behind those that are ahead of it. A token
 * is named only when it is the one under u for all that the unknown tokens can be.
 *
 * @param u in [0, 1). @throws FaultError `out-of-range` otherwise.
 */
export function pickAt(trace: PartialTrace, u: number): PartialPick {
  if (!(u >= 0 && u < 1)) {
    throw new FaultError(
      fault('out-of-range', `u is ${String(u)}; 0 or more and less than 1 is accepted`, {
        value: String(u),
        min: 0,
        max: 1,
      }),
    );
  }
  const places = new Set<number>();
  let isRemainder = false;
  for (const one of trace.cases) {
    const under = underNeedle(one, u);
    for (const place of under.places) places.add(place);
    isRemainder ||= under.isRemainder;
  }
  const between: PartialCandidate[] = [...places].map((index) => ({ kind: 'token', index }));
  if (isRemainder) between.push({ kind: 'remainder' });
  return between.length === 1 ? between[0]! : { kind: 'undecided', between };
}

/** The needle is at weight u × (W + R), so between two weights; a token's piece begins where those before it end. */
function underNeedle(
  { order, weights, remainderWeight: rest, ahead, unknownBefore }: PartialCase,
  u: number,
): { readonly places: readonly number[]; readonly isRemainder: boolean } {
  const known = weights.reduce((sum, weight) => sum + weight, 0);
  const from = u * (known + rest.low) * (1 - roundings);
  const to = u === 0 ? 0 : u * (known + rest.high) * (1 + roundings); // subtle: 0 × Infinity
  const places: number[] = [];
  let start = 0;
  let aheadWeight = 0;
  for (let at = 0; at < order.length; at++) {
    const end = start + weights[at]!;
    const unknown = unknownBefore[at]!; // the piece lies up to so much further on
    if (weights[at]! > 0) {
      if (from >= start + unknown && to < end) return { places: [order[at]!], isRemainder: false };
      if (to >= start && from < end + unknown) places.push(order[at]!);
    }
    start = end;
    if (at < ahead) aheadWeight = end;
  }
  if (rest.high > 0 && to >= aheadWeight) return { places, isRemainder: true };
  // subtle: a u so near to 1 that rounding puts it behind the last piece
  return { places: places.length > 0 ? places : order.slice(-1), isRemainder: order.length === 0 };
}
