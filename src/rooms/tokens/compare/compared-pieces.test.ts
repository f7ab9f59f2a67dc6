import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedPieces, type ComparedPiece } from './compared-pieces.ts';
import type { Split } from './split-source.ts';

const spans = (...pairs: (readonly [number, number])[]): Split => ({
  first: 0,
  starts: Uint32Array.from(pairs, ([start]) => start),
  ends: Uint32Array.from(pairs, ([, end]) => end),
});
const split = (...lengths: number[]): Split => {
  let at = 0;
  return spans(...lengths.map((length) => [at, (at += length)] as const));
};
const brief = ({ from, to, pieces }: ComparedPiece) => [from, to, pieces];

test('a cut that the other split does not make is marked; the beginning of the text is none', () => {
  // ab|cd|e against a|bcd|e: the cut at 2 is only in the first.
  const pieces = comparedPieces(split(2, 2, 1), [split(1, 3, 1)], 0, 5);
  expect(pieces.map(({ from, to, alone }) => [from, to, alone])).toEqual([
    [0, 2, false],
    [2, 4, true],
    [4, 5, false],
  ]);
  expect(comparedPieces(split(2, 2, 1), undefined, 0, 5).some(({ alone }) => alone)).toBe(false);
});

test('a piece that crosses the border is on both sides of it, and its cut on the first', () => {
  const two = split(3, 4);
  const marks = ({ from, to, alone, begun, goesOn }: ComparedPiece) => [from, to, alone, begun, goesOn];
  expect(comparedPieces(two, [split(7)], 0, 5).map(marks)).toEqual([
    [0, 3, false, false, false],
    [3, 5, true, false, true],
  ]);
  expect(comparedPieces(two, [split(7)], 5, 7).map(marks)).toEqual([[5, 7, false, true, false]]);
});

test('one piece over many rows is in each of them', () => {
  expect(comparedPieces(split(1000), undefined, 500, 600).map(brief)).toEqual([[500, 600, [0]]]);
});

test('what no piece covers is there as well: white space between words, tokens without a place', () => {
  expect(comparedPieces(spans([0, 3], [4, 7]), undefined, 0, 8).map(brief)).toEqual([
    [0, 3, [0]],
    [3, 4, []],
    [4, 7, [1]],
    [7, 8, []],
  ]);
  expect(comparedPieces(spans([0, 0], [0, 0]), undefined, 0, 8).map(brief)).toEqual([[0, 8, []]]);
});

test('a character in several pieces is one stretch of them all; what stands beside it is their own', () => {
  // Three bytes, each with the whole character as its span.
  expect(comparedPieces(spans([0, 1], [0, 1], [0, 1], [1, 2]), undefined, 0, 2).map(brief)).toEqual([
    [0, 1, [0, 1, 2]],
    [1, 2, [3]],
  ]);
  // ab + a byte of the third character | its middle | its last byte + cd
  expect(comparedPieces(spans([0, 3], [2, 3], [2, 5]), undefined, 0, 5).map(brief)).toEqual([
    [0, 2, [0]],
    [2, 3, [0, 1, 2]],
    [3, 5, [2]],
  ]);
});

test('stretches of any split cover any range without a hole', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lengths, fc.nat(60), fc.nat(60), (given, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const pieces = comparedPieces(split(...given), [split(3, 3)], from, to);
      let at = from;
      for (const piece of pieces) {
        expect(piece.from).toBe(at);
        at = piece.to;
      }
      expect(at).toBe(to);
    }),
  );
});
