import { expect, test } from 'vitest';
import { countCharacters } from './count-characters.ts';

test('👩‍🚀 is one character of three code points: woman, joiner, rocket', () => {
  expect(countCharacters('👩‍🚀')).toEqual({ codePoints: 3, graphemes: 1 });
});

test('नमस्ते is three characters of six code points: न, म, and स ् त े as one', () => {
  expect(countCharacters('नमस्ते')).toEqual({ codePoints: 6, graphemes: 3 });
});

test('half a surrogate pair counts as a code point', () => {
  expect(countCharacters('\ud83d🍕')).toMatchObject({ codePoints: 2 });
});

test('an empty text has none', () => {
  expect(countCharacters('')).toEqual({ codePoints: 0, graphemes: 0 });
});

test('ASCII is counted at any length; CR LF is one character of two code points', () => {
  expect(countCharacters('x'.repeat(100_000))).toEqual({ codePoints: 100_000, graphemes: 100_000 });
  expect(countCharacters('a\r\nb')).toEqual({ codePoints: 4, graphemes: 3 });
});

test('of 4,001 Japanese letters only code points are counted', () => {
  expect(countCharacters('あ'.repeat(4_001))).toEqual({ codePoints: 4_001, graphemes: undefined });
});
