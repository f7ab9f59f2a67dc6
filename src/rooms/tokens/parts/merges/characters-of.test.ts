import { expect, test } from 'vitest';
import { charactersOf } from './characters-of.ts';

const of = (text: string) =>
  charactersOf(new TextEncoder().encode(text)).map(({ from, to, label }) => [from, to, label]);

test('characters of two to four bytes are named with their bytes; those of one are not', () => {
  expect(of(' aé東𝒳!')).toEqual([
    [2, 4, 'é'],
    [4, 7, '東'],
    [7, 11, '𝒳'],
  ]);
});

test('joiners and marks have something to be seen', () => {
  // 👩, the joiner, 🚀.
  expect(of('👩‍🚀').map(([, , label]) => label)).toEqual(['👩', '⟨ZWJ⟩', '🚀']);
  expect(of('e\u0301')).toEqual([[1, 3, '◌\u0301']]);
});
