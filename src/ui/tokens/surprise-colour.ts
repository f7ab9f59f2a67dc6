import type { Bits } from '../../core/numbers/units.ts';

/** Bits of the deepest ground; what is more surprising is as deep. */
export const deepestBits: Bits = 12;
/** Shades in a bit. */
const perBit = 2;

/** Which of the 25 shades: 0 for no surprise, 24 for 12 bits and more. */
export function surpriseStep(bits: Bits): number {
  return Math.round(Math.min(Math.max(bits, 0), deepestBits) * perBit);
}

/** A CSS colour on one hue, from the card's own ground to the deep end. */
export function surpriseColour(bits: Bits): string {
  const share = (100 * surpriseStep(bits)) / (deepestBits * perBit);
  return `color-mix(in oklab, var(--surprise) ${share.toFixed(1)}%, var(--card))`;
}
