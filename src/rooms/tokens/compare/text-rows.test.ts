import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowCount, rowOf, textRows } from './text-rows.ts';

const cut = (text: string, longest: number) => {
  const { borders } = textRows(text, longest);
  return Array.from(borders.subarray(0, -1), (from, row) => text.slice(from, borders[row + 1]));
};

test('each line is a row; empty lines stay with the line before', () => {
  expect(cut('one\ntwo\r\n\r\nthree\n\n\nfour', 64)).toEqual(['one\n', 'two\r\n\r\n', 'three\n\n\n', 'four']);
  expect(cut('', 64)).toEqual([]);
});

test('a long line is cut before the last space that fits', () => {
  const line = `${'a'.repeat(50)}  ${'b'.repeat(50)}`;
  expect(cut(line, 64)).toEqual(['a'.repeat(50), `  ${'b'.repeat(50)}`]);
});

test('without spaces it is cut at 64 units, and never inside 👩‍🚀 or between CR and LF', () => {
  expect(cut('東'.repeat(100), 64).map(({ length }) => length)).toEqual([64, 36]);
  // 👩‍🚀 is five units: 12 of them are 60, a 13th would be 65.
  expect(cut('👩‍🚀'.repeat(30), 64).map(({ length }) => length)).toEqual([60, 60, 30]);
  expect(cut(`${'a'.repeat(63)}\r\nb`, 64)).toEqual(['a'.repeat(63), '\r\n', 'b']);
});

test('a character that is longer than a row is cut between code points', () => {
  const marked = `a${'\u{1D165}'.repeat(60)}`;
  const rows = cut(marked, 64);
  expect(rows.join('')).toBe(marked);
  expect(rows.every((row) => row.isWellFormed() && row.length <= 64)).toBe(true);
});

test('every text is cut into rows that join to it, none longer than it may be', () => {
  const signs = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '東',
    'e\u0301',
    '👩‍🚀',
    '\uD800',
    '\uDC00',
    '🇯🇵',
    'word ',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 400 }), (parts) => {
      const text = parts.join('');
      const rows = cut(text, 64);
      expect(rows.join('')).toBe(text);
      expect(rows.every((row) => row.length > 0 && row.length <= 64)).toBe(true);
    }),
  );
});

test('a place is in the row that begins at or before it; the end is in the last', () => {
  const rows = textRows('one\ntwo\nthree', 64);
  expect(rowCount(rows)).toBe(3);
  expect([0, 3, 4, 8, 13].map((unit) => rowOf(rows, unit))).toEqual([0, 0, 1, 2, 2]);
});
