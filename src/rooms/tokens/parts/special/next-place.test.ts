import { expect, test } from 'vitest';
import { nextPlace } from './next-place.ts';

const end = '<|endoftext|>';
/** Two of 13 units each, at 1 and 15. */
const text = `a${end}b${end}`;

test('one after the other, then the first again', () => {
  expect(nextPlace(text, end, 0)).toEqual({ from: 1, to: 14 });
  expect(nextPlace(text, end, 14)).toEqual({ from: 15, to: 28 });
  expect(nextPlace(text, end, 28)).toEqual({ from: 1, to: 14 });
});

test('one that has just been taken out has no place', () => {
  expect(nextPlace('ab', end, 1)).toBeUndefined();
});
