import { surprisal } from '../../../../core/numbers/entropy.ts';
import type { Bits, Probability } from '../../../../core/numbers/units.ts';

export interface SurpriseHeight {
  /** −log₂ of the model's probability; ∞ when the model ruled the token out. */
  readonly surprisal: Bits;
  /** Height of the bar, 0 to 1. */
  readonly height: number;
}

/** Bits of a full bar unless something shown is more surprising: log₂ of a vocabulary is about 16. */
const usualTop: Bits = 12;

/** How surprising tokens were for the model, on one scale. */
export function surpriseHeights(model: readonly Probability[]): readonly SurpriseHeight[] {
  const bits = model.map(surprisal);
  const top = bits.reduce((high, each) => (Number.isFinite(each) ? Math.max(high, each) : high), usualTop);
  return bits.map((each) => ({ surprisal: each, height: Math.min(1, each / top) }));
}
