import { expect, test } from 'vitest';
import { byteSpans } from './byte-spans.ts';

const spans = (text: string, lengths: number[]) => {
  const { starts, ends } = byteSpans(text, lengths);
  return Array.from(starts, (start, i) => [start, ends[i]]);
};

test('a token that ends inside a character spans all of it: “a東b” in 2 + 1 + 2 bytes', () => {
  // a and one of the three bytes of 東; the second; the third and b.
  expect(spans('a東b', [2, 1, 2])).toEqual([
    [0, 2],
    [1, 2],
    [1, 3],
  ]);
});

test('𝒳 is two units of four bytes, half a pair one of three', () => {
  expect(spans('𝒳\uD800', [4, 3])).toEqual([
    [0, 2],
    [2, 3],
  ]);
});

test('lengths that are not the text’s are refused', () => {
  expect(() => byteSpans('ab', [3])).toThrow('longer');
  expect(() => byteSpans('ab', [1])).toThrow('end at unit 1 of 2');
});
