import { expect, test } from 'vitest';
import { cellsOf } from './cells-of.ts';

const cells = (graphemes: string) => graphemes.split(' ').map((grapheme) => cellsOf(grapheme).cells);

test('letters take one column, with their marks', () => {
  expect(cells('a é x\u0301 ß Ж — ｱ')).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(cellsOf('é').kind).toBe('letters');
});

test('full-width characters and emoji take two, however many code points they have', () => {
  expect(cells('東 タ 、 Ａ 한 🚀 👩‍🚀 🇯🇵 1️⃣ ❤️ 𠮷')).toEqual(Array(11).fill(2));
  expect(cellsOf('👨‍👩‍👧‍👦')).toEqual({ cells: 2, kind: 'wide' });
});

test('a heart without the sign that colours it is a letter’s size', () => {
  expect(cells('❤ ☃')).toEqual([1, 1]);
});

test('a Hangul syllable in parts is one of two columns', () => {
  expect(cellsOf('\u1112\u1161\u11ab')).toEqual({ cells: 2, kind: 'wide' });
});

test('vowel signs beside a Devanagari letter take one, those above and below none', () => {
  // क alone, with ा beside it, with ु below it.
  expect(cells('क का कु')).toEqual([1, 2, 1]);
  expect(cellsOf('का').kind).toBe('script');
});
