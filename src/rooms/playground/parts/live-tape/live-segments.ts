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
  /** Listed tokens that are too narrow to draw. */
  readonly narrow: { readonly from: number; readonly share: Probability; readonly tokens: number };
  /** As far as the unknown tokens may reach; what they do not hold belongs to the listed ones. */
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
  const left = order.slice(segments.length).map((index) => trace.tokens[index]!.final.low);
  // From the smallest up, which loses least to rounding.
  const narrow = left.reduceRight((sum, share) => sum + share, 0);
  const sure = Math.min(1, from + narrow);
  return {
    segments,
    narrow: { from, share: narrow, tokens: left.filter((share) => share > 0).length },
    band: { from: sure, share: trace.remainder.final.high === 0 ? 0 : 1 - sure },
  };
}

function byLow({ tokens }: PartialTrace): readonly number[] {
  return tokens.map((_, index) => index).sort((a, b) => tokens[b]!.final.low - tokens[a]!.final.low);
}
