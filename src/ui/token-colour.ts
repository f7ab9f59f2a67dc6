import type { TokenId } from '../core/numbers/units.ts';

/** Degrees. The golden angle keeps neighbouring ids far apart in hue. */
const goldenAngle = 137.50776405003785;

/** A CSS colour for a token's ground; lightness and chroma come from the theme, so the hue is the id's in every room. */
export function tokenColour(id: TokenId): string {
  return `oklch(var(--token-lightness) var(--token-chroma) ${((id * goldenAngle) % 360).toFixed(1)})`;
}
