import { expect, test } from 'vitest';
import { sumOutside } from './sum-outside.ts';

test('adds what is not inside: 1 + 4 + 16 = 21', () => {
  expect(sumOutside(Float64Array.of(1, 2, 4, 8, 16), [3, 1])).toBe(21);
});

test('nothing inside is the whole sum, everything inside is 0', () => {
  expect(sumOutside(Float64Array.of(0.5, 0.25), [])).toBe(0.75);
  expect(sumOutside(Float64Array.of(0.5, 0.25), [1, 0])).toBe(0);
});

test('a tiny remainder is exact, where 1 − shown would be rounding noise', () => {
  const values = Float64Array.of(0.7, 0.3, 1e-20);
  expect(sumOutside(values, [0, 1])).toBe(1e-20);
  expect(1 - (0.7 + 0.3)).not.toBe(1e-20);
});
