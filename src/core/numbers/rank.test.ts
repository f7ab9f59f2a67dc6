import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank } from './rank.ts';

const byComparator = (values: readonly number[]): number[] =>
  Array.from(values.keys()).sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    return x === y ? a - b : x > y ? -1 : 1;
  });

describe('rank', () => {
  test('falls by value, and equal values rise by id', () => {
    expect([...rank([1, 3, 2, 3])]).toEqual([1, 3, 2, 0]);
  });

  test('infinities are the ends, and −0 equals 0', () => {
    expect([...rank([-Infinity, 0, Infinity, -0, 0])]).toEqual([2, 1, 3, 4, 0]);
  });

  test('nothing has an empty rank; NaN has none', () => {
    expect([...rank([])]).toEqual([]);
    expect(() => rank([1, NaN])).toThrow('value 1 is NaN');
  });

  test('equals a comparator sort for doubles of every size', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 300 }), (values) => {
        expect([...rank(values)]).toEqual(byComparator(values));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('a thousand doubles that share their high 32 bits are ordered by the low ones', () => {
    // 1 + i · 2⁻⁵² for i < 1000 differ in the last ten bits only; 7919 scatters them.
    const values = Array.from({ length: 1000 }, (_, i) => 1 + ((i * 7919) % 1000) * 2 ** -52);
    expect([...rank(values)]).toEqual(byComparator(values));
  });

  test('a thousand equal values keep the order of their ids', () => {
    expect([...rank(new Float64Array(1000).fill(-3.25))]).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });
});
