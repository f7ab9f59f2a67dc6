/** How far a bias slider goes to each side of 0. */
export const sliderEnd = 100;

/**
 * Slider position to bias, both −100 to 100: 100 · (position / 100)³, so that a third of the way is still 3.7 while
 * the ends and 0 are themselves. One digit behind the point below 10, whole above.
 */
export function biasAt(position: number): number {
  const bias = sliderEnd * (position / sliderEnd) ** 3;
  const rounded = Math.abs(bias) < 10 ? Math.round(bias * 10) / 10 : Math.round(bias);
  return rounded + 0; // no −0
}

/** The slider position of a bias. */
export function positionOf(bias: number): number {
  return sliderEnd * Math.cbrt(bias / sliderEnd);
}
