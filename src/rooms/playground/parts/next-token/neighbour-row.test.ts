import { expect, test } from 'vitest';
import { neighbourRow } from './neighbour-row.ts';

const rows = [{ id: 12 }, { id: 5 }, { id: 9 }];

test('goes by one and stops at both ends', () => {
  expect(neighbourRow(rows, 12, 1)).toBe(5);
  expect(neighbourRow(rows, 9, 1)).toBe(9);
  expect(neighbourRow(rows, 12, -1)).toBe(12);
});

test('from nowhere it enters at the end it comes from', () => {
  expect(neighbourRow(rows, undefined, 1)).toBe(12);
  expect(neighbourRow(rows, 77, -1)).toBe(9);
  expect(neighbourRow([], undefined, 1)).toBeUndefined();
});
