/** Steps of the table per factor of two. */
const steps = 32;
const stepsPerNat = steps / Math.LN2;
/** ln 2 ÷ 32 in two parts: a whole number of 16 bits times the first is exact. */
const stepHigh = 6.9314718036912381649e-1 / steps;
const stepLow = 1.9082149292705877e-10 / steps;
/**
 * e^x is less than the least normal double, 2^−1022, below this, and is given as 0: arithmetic with subnormal numbers is a hundred
 * times slower, and at a low temperature half a vocabulary would be subnormal.
 */
const underflow = -708.39;
/** 2^(−i/32), as far as doubles reach. */
const powers = Float64Array.from(
  { length: Math.ceil(-underflow * stepsPerNat) + 2 },
  (_, i) => 2 ** (-i / steps),
);

/**
 * e^x for x ≤ 0, within 2 units in the last place, and e^0 = 1 exactly; 0 below −708.39. Inlined by the compiler, where
 * Math.exp is a call: half the time over a large vocabulary. Table-driven reduction as in Tang 1989: x = −i·(ln 2)/32 + r,
 * |r| ≤ (ln 2)/64, and six terms of the series.
 */
export function expBelowZero(x: number): number {
  if (!(x >= underflow)) return Number.isNaN(x) ? NaN : 0;
  const i = Math.floor(0.5 - x * stepsPerNat);
  const r = x + i * stepHigh + i * stepLow;
  const series = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720))))));
  const power = powers[i]!;
  return power + power * series;
}
