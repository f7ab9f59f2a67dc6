import type { Bits } from '../../../core/numbers/units.ts';
import type { Surprise } from '../playground-state.ts';

/** A text's surprise in three figures. */
export interface SurpriseSummary {
  /** Tokens that were weighed, and those of the whole text. */
  readonly weighed: number;
  readonly tokens: number;
  readonly total: Bits;
  /** Per token. */
  readonly mean: Bits;
  /** 2 to the power of the mean: among how many equally likely tokens the model hesitates on average. */
  readonly perplexity: number;
}

/** Undefined for a text without tokens. */
export function selectSurprise({ bits, tokens }: Surprise): SurpriseSummary | undefined {
  if (bits.length === 0) return undefined;
  const total = bits.reduce((sum: number, each) => sum + each, 0);
  const mean = total / bits.length;
  return { weighed: bits.length, tokens, total, mean, perplexity: 2 ** mean };
}
