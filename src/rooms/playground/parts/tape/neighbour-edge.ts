import { positionOnTape, tapeEdges } from '../../../../core/sampling/tape.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';

/** The largest u that the needle can be put to. */
export const lastU = 0.999999;

/**
 * Where the next (1) or previous (−1) token begins along the tape, counted from the token that u stands on.
 * Going back from within a token leads to its own beginning first.
 */
export function neighbourEdge(trace: Trace, u: number, way: 1 | -1): number {
  const edges = tapeEdges(trace.finalOrder, trace.final.probabilities);
  const place = positionOnTape(edges, u);
  if (way === 1) return Math.min(edges[place + 1]!, lastU);
  return u > edges[place]! ? edges[place]! : edges[Math.max(0, place - 1)]!;
}
