import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInterval } from './format-interval.ts';

test.each([
  // 0.9 wide: nine steps of 0.1.
  [0.121, 0.13, '12.1–13.0 %'],
  // 40 wide: steps of 1 will do.
  [0, 0.4, '0–40 %'],
  [0, 1, '0–100 %'],
  // 0.3 wide: 0.1 would be three steps, 0.01 is thirty.
  [0.1213, 0.1243, '12.13–12.43 %'],
  // 5 wide is five steps of 1.
  [0.1, 0.15, '10–15 %'],
  [0.000123, 0.000148, '0.0123–0.0148 %'],
])('%d to %d reads %s', (low, high, text) => expect(formatInterval(low, high)).toBe(text));

test('ends are rounded outwards: 12.06 down to 12.0, 12.94 up to 13.0', () => {
  expect(formatInterval(0.1206, 0.1294)).toBe('12.0–13.0 %');
});

test('0.29 × 100 is 28.999999999999996, and still 29', () => {
  expect(0.29 * 100).toBeLessThan(29);
  expect(formatInterval(0.29, 0.299)).toBe('29.0–29.9 %');
});

test('five digits at most: a narrow interval is printed a little wider than it is', () => {
  expect(formatInterval(0.123456781, 0.123456789)).toBe('12.345–12.346 %');
  expect(formatInterval(0.00123456781, 0.00123456789)).toBe('0.12345–0.12346 %');
});

test('a point is printed as one number; so is a point that a sum has missed by 1e-13', () => {
  expect(formatInterval(0.142, 0.142)).toBe('14.2 %');
  expect(formatInterval(0.142, 0.142 + 1e-13)).toBe('14.2 %');
  expect(formatInterval(0, 0)).toBe('0');
  expect(formatInterval(1, 1)).toBe('100 %');
});

test('a low end that is not 0 does not read 0, and a high one below 1 not 100', () => {
  expect(formatInterval(0.003, 0.4)).toBe('0.3–40 %');
  expect(formatInterval(0.0000042, 0.4)).toBe('4e-4–40 %');
  expect(formatInterval(0.95, 0.9996)).toBe('95.0–99.96 %');
  expect(formatInterval(0.95, 1 - 1e-9)).toBe('95.0–100 %');
});

test('what is tiny has an exponent', () => {
  expect(formatInterval(1.23e-9, 3.41e-9)).toBe('1.2e-7–3.5e-7 %');
  expect(formatInterval(0, 9.99e-9)).toBe('0–1.0e-6 %');
  expect(formatInterval(5e-324, 1e-9)).toBe('4.9e-322–1.0e-7 %');
});

test('what is printed contains the interval, and its ends are never the same', () => {
  const probability = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: -16, max: 0 }).map((power) => 10 ** power),
    fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000),
  );
  fc.assert(
    fc.property(probability, probability, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      fc.pre(high - low > 1e-12 * high);
      const [first, last] = formatInterval(low, high).replace(' %', '').split('–').map(Number);
      expect(first).toBeLessThanOrEqual(low * 100 * (1 + 1e-13));
      expect(last).toBeGreaterThanOrEqual(high * 100 * (1 - 1e-13));
      expect(first).toBeLessThan(last!);
      expect(first === 0).toBe(low === 0);
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test('what is no interval is refused', () => {
  expect(() => formatInterval(0.5, 0.4)).toThrow('no interval');
  expect(() => formatInterval(-0.1, 0.4)).toThrow('0 to 1 is accepted');
  expect(() => formatInterval(0.1, 1.1)).toThrow();
  expect(() => formatInterval(NaN, 0.4)).toThrow();
});
