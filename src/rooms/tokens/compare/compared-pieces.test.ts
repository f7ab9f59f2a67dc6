import { expect, test } from 'vitest';
import { comparedPieces } from './compared-pieces.ts';

const split = (...lengths: number[]) => {
  let at = 0;
  const starts = Uint32Array.from(lengths, (length) => (at += length) - length);
  return { starts, ends: Uint32Array.from(starts, (start, i) => start + lengths[i]!) };
};

test('a cut that the other split does not make is marked; the beginning of the text is none', () => {
  // ab|cd|e against a|bcd|e: the cut at 2 is only in the first.
  const pieces = comparedPieces(split(2, 2, 1), [split(1, 3, 1)], 0, 5);
  expect(pieces.map(({ from, to, alone }) => [from, to, alone])).toEqual([
    [0, 2, false],
    [2, 4, true],
    [4, 5, false],
  ]);
});

test('only what begins in the range is given, with its place in the whole', () => {
  const pieces = comparedPieces(split(3, 3, 3, 3), [], 3, 9);
  expect(pieces.map(({ from, index, alone }) => [from, index, alone])).toEqual([
    [3, 1, false],
    [6, 2, false],
  ]);
});

test('pieces without text of their own are left out', () => {
  // Three tokens of one character: the first has its text.
  expect(comparedPieces(split(1, 0, 0, 2), [], 0, 9).map(({ index }) => index)).toEqual([0, 3]);
  // Three bytes, each with the whole character as its span.
  const bytes = { starts: Uint32Array.of(0, 0, 0, 1), ends: Uint32Array.of(1, 1, 1, 2) };
  expect(comparedPieces(bytes, [], 0, 9).map(({ index }) => index)).toEqual([0, 3]);
});
