import { describe, expect, test } from 'vitest';
import { philox, uniform } from './rng.ts';
import { parseSeed } from './seed.ts';

describe('the seeded generator', () => {
  test('Philox 2×32-10 gives the known answers that come with Random123', () => {
    expect(philox(0, 0, 0)).toEqual([0xff1dae59, 0x6cd10df2]);
    expect(philox(0xffffffff, 0xffffffff, 0xffffffff)).toEqual([0x2c3f628b, 0xab4fd7ad]);
    expect(philox(0x243f6a88, 0x85a308d3, 0x13198a2e)).toEqual([0xdd7ce038, 0xf62a4c12]);
  });

  test('the number is the first 53 bits of the two words', () => {
    // (0xff1dae59 >>> 5) · 2²⁶ + (0x6cd10df2 >>> 6), over 2⁵³
    expect(uniform(0, 0)).toBe((0x7f8ed72 * 2 ** 26 + 0x1b34437) / 2 ** 53);
  });

  test('the same seed and index are the same number, another of either is another', () => {
    expect(uniform(42, 17)).toBe(uniform(42, 17));
    const numbers = new Set<number>();
    for (let seed = 0; seed < 30; seed++)
      for (let index = 0; index < 30; index++) numbers.add(uniform(seed, index));
    expect(numbers.size).toBe(900);
  });

  test('ten thousand numbers lie in [0, 1) with mean ½ and variance 1/12', () => {
    const numbers = Array.from({ length: 10_000 }, (_, i) => uniform(1, i));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((a, b) => a + b) / 10_000;
    const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / 10_000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01); // 3.5 standard errors
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.003);
  });

  test('a seed of 33 bits, a fraction and a negative index are refused', () => {
    expect(() => uniform(2 ** 32, 0)).toThrow('0 to 4294967295');
    expect(() => uniform(0.5, 0)).toThrow();
    expect(() => uniform(0, -1)).toThrow('a whole number from 0');
  });
});

describe('parseSeed', () => {
  test('whole numbers of 32 bits are read, spaces around them ignored', () => {
    expect(parseSeed(' 42 ')).toEqual({ ok: true, value: 42 });
    expect(parseSeed('4294967295')).toEqual({ ok: true, value: 4294967295 });
  });

  test.each([
    ['', 'not-a-number'],
    ['x', 'not-a-number'],
    ['1.5', 'not-an-integer'],
    ['0x10', 'not-an-integer'],
    ['-1', 'out-of-range'],
    ['4294967296', 'out-of-range'],
  ])('"%s" is %s', (text, code) => {
    expect(parseSeed(text)).toMatchObject({
      ok: false,
      fault: { code, detail: { min: 0, max: 4294967295 } },
    });
  });
});
