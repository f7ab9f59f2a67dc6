/** Steps of the table per factor of two. */
const steps = 32;
const stepsPerNat = steps / Math.LN2;
/** ln 2 ÷ 32 in two parts: a whole number of 16 bits times the first is exact. */
const stepHigh = 6.9314718036912381649e-1 / steps;
const stepLow = 1.9082149292705877e-10 / steps;
/** e^x is 0 as a double below this. */
const underflow = -745.2;
/** Smaller powers are no normal numbers. */
const normalSteps = 1022 * steps;
const liftSteps = 64 * steps;
const lowered = 2 ** -64;
/** 2^(−i/32), as far as doubles reach. */
const powers = Float64Array.from(
  { length: Math.ceil(-underflow * stepsPerNat) + 2 },
  (_, i) => 2 ** (-i / steps),
);

/**
 * e^x for x ≤ 0, within 2 units in the last place, and e^0 = 1 exactly; 0 below −745.2. Inlined by the compiler, where
 * Math.exp is a call: half the time over a large vocabulary. Table-driven reduction as in Tang 1989: x = −i·(ln 2)/32 + r,
 * |r| ≤ (ln 2)/64, and six terms of the series.
 */
export function expBelowZero(x: number): number {
  if (!(x >= underflow)) return Number.isNaN(x) ? NaN : 0;
  const i = Math.floor(0.5 - x * stepsPerNat);
  const r = x + i * stepHigh + i * stepLow;
  const series = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720))))));
  if (i > normalSteps) {
    // subtle: each step with a subnormal number is a hundred times slower, so only the last one makes one.
    const power = powers[i - liftSteps]!;
    return (power + power * series) * lowered;
  }
  const power = powers[i]!;
  return power + power * series;
}
