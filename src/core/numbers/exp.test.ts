import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expBelowZero } from './exp.ts';

test('e^x for x ≤ 0 is within 2 units in the last place of Math.exp, as far as doubles are normal', () => {
  fc.assert(
    fc.property(fc.double({ min: -708, max: 0, noNaN: true }), (x) => {
      const exact = Math.exp(x);
      expect(Math.abs(expBelowZero(x) - exact) / exact).toBeLessThan(2 * 2 ** -52);
    }),
    { seed: 1, numRuns: 20_000 },
  );
});

test('its ends: e⁰ is exactly 1, e^−∞ is 0, and so is what is no normal number', () => {
  expect(expBelowZero(0)).toBe(1);
  expect(expBelowZero(-0)).toBe(1);
  expect(expBelowZero(-1e-300)).toBe(1);
  expect(expBelowZero(-Infinity)).toBe(0);
  expect(expBelowZero(NaN)).toBeNaN();
  // ln 2^−1022 is −708.396…
  expect(expBelowZero(-708.38)).toBeGreaterThan(2 ** -1022);
  for (let x = -746; x < -708.4; x += 0.37) expect(expBelowZero(x)).toBe(0);
});
