import { describe, expect, test } from 'vitest';
import { entropy, surprisal } from './entropy.ts';
import { logSumExp } from './log-sum-exp.ts';
import { softmax } from './softmax.ts';

describe('softmax and its kin', () => {
  test('ln 1, ln 2 and ln 5 share 1 as 1/8, 2/8 and 5/8', () => {
    const p = softmax([Math.log(1), Math.log(2), Math.log(5)]);
    [0.125, 0.25, 0.625].forEach((q, i) => expect(p[i]).toBeCloseTo(q, 15));
  });

  test('adding 1000 to every logit changes nothing', () => {
    expect([...softmax([1000, 1001])]).toEqual([...softmax([0, 1])]);
  });

  test('−∞ is 0 and takes nothing from the others', () => {
    expect([...softmax([0, -Infinity, 0])]).toEqual([0.5, 0, 0.5]);
  });

  test('no distribution comes of nothing, of only −∞, of NaN or of +∞', () => {
    expect(() => softmax([])).toThrow('at least one');
    expect(() => softmax([-Infinity, -Infinity])).toThrow('every logit is −Infinity');
    expect(() => softmax([0, NaN])).toThrow('logit 1 is NaN');
    expect(() => softmax([Infinity])).toThrow('logit 0 is Infinity');
  });

  test('ln(e⁰ + e⁰) = ln 2, also 800 higher, where e⁸⁰⁰ overflows', () => {
    expect(logSumExp([0, 0])).toBe(Math.LN2);
    expect(logSumExp([800, 800])).toBeCloseTo(800 + Math.LN2, 12);
    expect(logSumExp([-Infinity])).toBe(-Infinity);
  });

  test('four equal tokens have 2 bits, a certain one 0', () => {
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(2, 15);
    expect(entropy([1, 0, 0])).toBe(0);
  });

  test('probability 1/8 surprises by 3 bits', () => {
    expect(surprisal(1 / 8)).toBe(3);
    expect(Object.is(surprisal(1), 0)).toBe(true);
    expect(surprisal(0)).toBe(Infinity);
  });
});
