import { expect, test } from 'vitest';
import { textRows } from '../../compare/text-rows.ts';
import { heightOf, placeAt, placeOfUnit, shareOf, unitOf } from './drawn-rows.ts';

/** Ten rows of ten units each; rows 3 to 5 are drawn, 20, 40 and 20 px high. */
const rows = textRows('123456789\n'.repeat(10), 64);
const drawn = { first: 3, tops: [0, 20, 60], end: 80 };

test('half of row 4 is 40 px down: 20 px of row 3, and half of its own 40', () => {
  expect(heightOf(drawn, { row: 4, share: 0.5 })).toBe(40);
  expect(placeAt(drawn, 40)).toEqual({ row: 4, share: 0.5 });
  expect(unitOf(rows, { row: 4, share: 0.5 })).toBe(45);
  expect(placeOfUnit(rows, 45)).toEqual({ row: 4, share: 0.5 });
});

test('beyond what is drawn the nearer end counts', () => {
  expect([heightOf(drawn, { row: 0, share: 0 }), heightOf(drawn, { row: 9, share: 0 })]).toEqual([0, 80]);
  expect([placeAt(drawn, -5), placeAt(drawn, 99)]).toEqual([
    { row: 3, share: 0 },
    { row: 5, share: 1 },
  ]);
  expect(placeOfUnit(rows, 100)).toEqual({ row: 9, share: 1 });
});

test('at the beginning of the text the share is 0, at its end 1, and half way one half', () => {
  const all = { first: 0, tops: Array.from({ length: 10 }, (_, row) => 20 * row), end: 200 };
  // A screen of 100 px: the first five rows, the last five, the middle ones.
  expect(shareOf(rows, all, 0, 100)).toBeCloseTo(0, 5);
  expect(shareOf(rows, all, -100, 100)).toBeCloseTo(1, 5);
  expect(shareOf(rows, all, -50, 100)).toBeCloseTo(0.5, 5);
});
