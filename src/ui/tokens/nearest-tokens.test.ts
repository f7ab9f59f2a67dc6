import { expect, test } from 'vitest';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { nearestTokens } from './nearest-tokens.ts';

/** Ten tokens of one letter each. */
const at = Uint32Array.from({ length: 10 }, (_, index) => index);
const slice: TokenSlice = {
  first: 0,
  ids: at,
  byteStarts: at,
  byteLengths: at.map(() => 1),
  starts: at,
  ends: at.map((start) => start + 1),
  headBytes: new Uint8Array(10),
  tailBytes: new Uint8Array(10),
};

test('of ten tokens, the four around offset 5: the token that ends there, two before it, one after', () => {
  expect(nearestTokens(slice, 5, 4)).toEqual({ from: 2, to: 6 });
});

test('at the ends there are still four', () => {
  expect(nearestTokens(slice, 0, 4)).toEqual({ from: 0, to: 4 });
  expect(nearestTokens(slice, 10, 4)).toEqual({ from: 6, to: 10 });
});

test('a slice that is short is taken whole', () => {
  expect(nearestTokens(slice, 5, 400)).toEqual({ from: 0, to: 10 });
});
