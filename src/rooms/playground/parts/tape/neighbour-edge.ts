import type { Trace } from '../../../../core/sampling/trace.ts';

/** The largest u that the needle can be put to. */
export const lastU = 0.999999;

/**
 * Where the next (1) or previous (−1) token begins along the tape, counted from the token that u stands on.
 * Going back from within a token leads to its own beginning first.
 */
export function neighbourEdge(trace: Trace, u: number, way: 1 | -1): number {
  let from = 0;
  let before = 0;
  for (const id of trace.finalOrder) {
    const to = from + trace.final.probabilities[id]!;
    if (u < to) {
      if (way === 1) return Math.min(to, lastU);
      return u > from ? from : before;
    }
    before = from;
    from = to;
  }
  return way === 1 ? lastU : before;
}
