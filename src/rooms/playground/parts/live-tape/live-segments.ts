import type { PartialTrace } from '../../../../core/partial/partial-trace.ts';
import type { Probability } from '../../../../core/numbers/units.ts';

/** A stretch of the tape, as shares of its length. */
export interface LiveSegment {
  /** Place in the provider's list. */
  readonly index: number;
  readonly from: number;
  readonly share: Probability;
}

export interface LiveStrip {
  /** As far as each token reaches for sure. */
  readonly segments: readonly LiveSegment[];
  /** What is left: unknown tokens hold some of it, between the two. */
  readonly band: { readonly from: number; readonly share: Probability };
}

/**
 * The tape drawn at its surest: each listed token as wide as it is at least, the largest that the unknown can be as a band at the
 * end. With one case every cut scales by one unknown, so no token is ever narrower than here.
 */
export function liveSegments(trace: PartialTrace, width: number): LiveStrip {
  const [only] = trace.cases;
  const order = trace.cases.length === 1 && only !== undefined ? only.order : byLow(trace);
  const segments: LiveSegment[] = [];
  let from = 0;
  for (const index of order) {
    const share = trace.tokens[index]!.final.low;
    if (share * width < 1) break;
    segments.push({ index, from, share });
    from += share;
  }
  return { segments, band: { from, share: Math.max(0, 1 - from) } };
}

function byLow({ tokens }: PartialTrace): readonly number[] {
  return tokens.map((_, index) => index).sort((a, b) => tokens[b]!.final.low - tokens[a]!.final.low);
}
