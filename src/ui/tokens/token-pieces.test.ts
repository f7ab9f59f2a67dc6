import { describe, expect, test } from 'vitest';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { tokenBefore, tokenPieces } from './token-pieces.ts';

/** [start, end, headBytes, tailBytes] of each token. */
function sliceOf(...tokens: readonly (readonly [number, number, number?, number?])[]): TokenSlice {
  return {
    first: 0,
    ids: Uint32Array.from(tokens, (_, index) => index),
    byteStarts: new Uint32Array(tokens.length),
    byteLengths: new Uint32Array(tokens.length).fill(1),
    starts: Uint32Array.from(tokens, ([start]) => start),
    ends: Uint32Array.from(tokens, ([, end]) => end),
    headBytes: Uint8Array.from(tokens, ([, , head = 0]) => head),
    tailBytes: Uint8Array.from(tokens, ([, , , tail = 0]) => tail),
  };
}
const short = (slice: TokenSlice) => tokenPieces(slice).map(({ from, to, tokens }) => [from, to, ...tokens]);

describe('pieces', () => {
  test('of whole tokens are the tokens', () => {
    expect(short(sliceOf([0, 4], [4, 9]))).toEqual([
      [0, 4, 0],
      [4, 9, 1],
    ]);
  });

  test('of 東 in three tokens of a byte each are one piece of three tokens', () => {
    expect(short(sliceOf([0, 1, 0, 2], [0, 1, 1, 1], [0, 1, 2, 0]))).toEqual([[0, 1, 0, 1, 2]]);
  });

  test('keep the whole characters before a shared one apart: " 🍕" as 20 F0 9F | 8D | 95', () => {
    expect(short(sliceOf([0, 3, 0, 2], [1, 3, 2, 1], [1, 3, 3, 0]))).toEqual([
      [0, 1, 0],
      [1, 3, 0, 1, 2],
    ]);
  });

  test('of a token between two characters belong to both', () => {
    // two characters of three bytes in tokens of 2, 2 and 2 bytes
    expect(short(sliceOf([0, 1, 0, 1], [0, 2, 2, 2], [1, 2, 1, 0]))).toEqual([
      [0, 1, 0, 1],
      [1, 2, 1, 2],
    ]);
  });

  test('of a token with whole characters after its shared one', () => {
    expect(short(sliceOf([0, 1, 0, 1], [0, 3, 2, 0], [3, 4]))).toEqual([
      [0, 1, 0, 1],
      [1, 3, 1],
      [3, 4, 2],
    ]);
  });

  test('are none for bytes that make no character', () => {
    expect(short(sliceOf([0, 2], [2, 2], [2, 2]))).toEqual([[0, 2, 0]]);
  });
});

describe('the token at the caret', () => {
  const slice = sliceOf([0, 4], [4, 9]);
  test('is the one before it', () => {
    expect([tokenBefore(slice, 4), tokenBefore(slice, 5), tokenBefore(slice, 9)]).toEqual([0, 1, 1]);
  });
  test('is the first one at the start', () => {
    expect(tokenBefore(slice, 0)).toBe(0);
  });
  test('is none outside the slice', () => {
    expect(tokenBefore(slice, 12)).toBeUndefined();
    expect(tokenBefore(sliceOf([5, 6]), 3)).toBeUndefined();
  });
});
