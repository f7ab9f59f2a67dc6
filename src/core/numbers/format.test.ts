import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBits, formatChange, formatCount, formatLogit, formatProbability } from './format.ts';

describe('formatProbability', () => {
  test.each([
    [0, '0'],
    [1, '100 %'],
    [0.142, '14.2 %'],
    [0.5, '50.0 %'],
    [0.0314159, '3.14 %'],
    [0.00142, '0.142 %'],
    [0.00031, '0.031 %'],
    [0.000042, '0.0042 %'],
    [1.2e-9, '1.2e-7 %'],
    [0.9996, '99.96 %'],
    [0.99999, '99.999 %'],
    [1 - 2 ** -53, '>99.999 %'],
    [5e-324, '4.9e-322 %'],
  ])('%d reads %s', (p, text) => expect(formatProbability(p)).toBe(text));

  test('only 0 reads 0 and only 1 reads 100 %, and a larger p never reads smaller', () => {
    const readBack = (text: string): number => Number(text.replace(/[>%\s]/g, ''));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          if (more > 0) expect(formatProbability(more)).not.toMatch(/^0(\.0+)?( %)?$/);
          if (less < 1) expect(formatProbability(less)).not.toBe('100 %');
          expect(readBack(formatProbability(less))).toBeLessThanOrEqual(readBack(formatProbability(more)));
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('a rounding error above 1 is 100 %, anything else outside is refused', () => {
    expect(formatProbability(1 + 1e-12)).toBe('100 %');
    expect(() => formatProbability(1.1)).toThrow('0 to 1 is accepted');
    expect(() => formatProbability(-0.1)).toThrow();
    expect(() => formatProbability(NaN)).toThrow();
  });
});

describe('other numbers', () => {
  test('a logit has two decimals and a real minus sign', () => {
    expect(formatLogit(12.311)).toBe('12.31');
    expect(formatLogit(-0.22)).toBe('−0.22');
    expect(formatLogit(-0.001)).toBe('0.00');
    expect(formatLogit(-Infinity)).toBe('−∞');
    expect(formatLogit(-1.5e300)).toBe('−1.50e+300');
  });

  test('a change always shows its sign', () => {
    expect(formatChange(2)).toBe('+2.00');
    expect(formatChange(-0.5)).toBe('−0.50');
    expect(formatChange(0)).toBe('0.00');
    expect(formatChange(-Infinity)).toBe('−∞');
  });

  test('counts have a comma between thousands, bits two decimals', () => {
    expect(formatCount(50257)).toBe('50,257');
    expect(formatCount(999)).toBe('999');
    expect(formatCount(-1234567)).toBe('−1,234,567');
    expect(formatBits(3.4219)).toBe('3.42');
  });
});
