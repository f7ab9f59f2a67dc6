import { expect, test } from 'vitest';
import { listRange } from './list-range.ts';

test('a text of 400 tokens is listed whole', () => {
  expect(listRange(400, 399)).toEqual({ from: 0, to: 400 });
});

test('of 1,000 tokens, 200 on either side of token 500', () => {
  expect(listRange(1000, 500)).toEqual({ from: 300, to: 700 });
});

test('near an end the range stays inside the text, and 400 long', () => {
  expect(listRange(1000, 3)).toEqual({ from: 0, to: 400 });
  expect(listRange(1000, 999)).toEqual({ from: 600, to: 1000 });
});
