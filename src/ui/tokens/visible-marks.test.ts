import { expect, test } from 'vitest';
import { visibleMarks } from './visible-marks.ts';

const short = (text: string, offset = 0) =>
  visibleMarks(text, offset).map(({ from, to, kind, label }) => [from, to, kind, label]);

test('a tab is one mark each; spaces have none, for a font shows them', () => {
  expect(short('a   b\t\tc')).toEqual([
    [5, 6, 'tab', '⇥'],
    [6, 7, 'tab', '⇥'],
  ]);
});

test('a carriage return shows CR, a line feed is not marked', () => {
  expect(short('a\r\nb')).toEqual([[1, 2, 'code', 'CR']]);
});

test('NUL, NEL, no-break space, zero-width space and byte order mark show their code points', () => {
  expect(short('\0\x85\xa0\u200b\ufeff').map(([, , , label]) => label)).toEqual([
    'U+0000',
    'U+0085',
    'U+00A0',
    'U+200B',
    'U+FEFF',
  ]);
});

test('half a surrogate pair is marked, a whole one is not', () => {
  expect(short('\ud83d🍕\udc00', 10)).toEqual([
    [10, 11, 'code', 'U+D83D'],
    [13, 14, 'code', 'U+DC00'],
  ]);
});

test('joiners inside 👩‍🚀 are left alone', () => {
  expect(short('👩‍🚀')).toEqual([]);
});
