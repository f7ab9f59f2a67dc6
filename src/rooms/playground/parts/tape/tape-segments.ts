import type { Probability, TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';

/** One token's stretch of the tape; `from` and `share` are shares of the whole length. */
export interface TapeSegment {
  readonly id: TokenId;
  readonly from: number;
  readonly share: Probability;
}

export interface TapeStrip {
  /** Along `trace.finalOrder`, so by falling share. */
  readonly segments: readonly TapeSegment[];
  /** The kept tokens that are too narrow to draw: their number and their exact mass. */
  readonly rest: { readonly from: number; readonly share: Probability; readonly tokens: number };
}

/** A screen cannot show more pieces than this, however wide it is. */
const most = 400;

/** Cuts the tape where a token would be narrower than a pixel. `width` in CSS pixels, > 0. */
export function tapeSegments(trace: Trace, width: number): TapeStrip {
  const { finalOrder } = trace;
  const { values, sum } = trace.final.weights;
  const segments: TapeSegment[] = [];
  let from = 0;
  for (let place = 0; place < Math.min(most, values.length); place++) {
    const share = values[place]! / sum;
    if (share * width < 1) break;
    segments.push({ id: finalOrder[place]!, from, share });
    from += share;
  }
  let rest = 0;
  // From the smallest up, which loses least to rounding.
  for (let place = values.length - 1; place >= segments.length; place--) rest += values[place]!;
  return { segments, rest: { from, share: rest / sum, tokens: finalOrder.length - segments.length } };
}

/** The drawn segment that holds a share of the length; undefined over the rest. */
export function segmentAt(strip: TapeStrip, share: number): TapeSegment | undefined {
  let low = 0;
  let high = strip.segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = strip.segments[middle]!;
    if (share < segment.from) high = middle;
    else if (share >= segment.from + segment.share) low = middle + 1;
    else return segment;
  }
  return undefined;
}
