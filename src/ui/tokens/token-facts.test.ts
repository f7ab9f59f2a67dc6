import { expect, test } from 'vitest';
import { spell } from '../../core/tokens/spell.ts';
import { exhibitVocabulary } from '../../rooms/playground/selectors/exhibit-world.ts';
import { tokenFace } from './token-face.ts';
import { tokenFacts } from './token-facts.ts';

/** Ids 0 to 5; あ is E3 81 82. */
const vocabulary = exhibitVocabulary([' king', 'a\u0301', '0x20e381', '0x82', '0xff', '9']);
const factsOf = (ids: readonly number[], at: number) =>
  tokenFacts(vocabulary, spell(vocabulary, ids).slice, at);

test('a word: five bytes, five characters, and where it stands', () => {
  expect(factsOf([5, 0], 1)).toEqual({
    face: { id: 0, label: '·king', kind: 'text' },
    index: 1,
    bytes: '20 6B 69 6E 67',
    byteCount: 5,
    characters: 5,
    kinds: ['word', 'leading-space'],
    partOf: [],
    from: 1,
    to: 6,
  });
});

test('characters are code points: a and an accent are two, of three bytes', () => {
  expect(factsOf([1], 0)).toMatchObject({ byteCount: 3, characters: 2, kinds: ['word'] });
  expect(factsOf([5], 0)).toMatchObject({ characters: 1, kinds: ['digits', 'single-byte'] });
});

test('a part of a character tells of the character, and which tokens it takes', () => {
  const tokens = (own: number) =>
    [2, 3].map((id, index) => ({ face: tokenFace(id, vocabulary), index, own: index === own }));
  const begins = factsOf([2, 3], 0);
  // The space is whole, the rest is not.
  expect(begins).toMatchObject({ characters: 1, kinds: ['leading-space', 'partial'], from: 0, to: 2 });
  expect(begins.partOf).toEqual([{ label: 'あ', tokens: tokens(0) }]);
  const ends = factsOf([2, 3], 1);
  expect(ends).toMatchObject({ characters: 0, kinds: ['single-byte', 'partial'], from: 1, to: 2 });
  expect(ends.partOf).toEqual([{ label: 'あ', tokens: tokens(1) }]);
});

test('bytes that no neighbour makes whole are part of nothing', () => {
  expect(factsOf([0, 4], 1)).toMatchObject({ bytes: 'FF', characters: 0, partOf: [] });
});

test('a special token is of that kind alone', () => {
  const { slice } = spell(vocabulary, [0]);
  const end = { ...slice, ids: Uint32Array.of(6), byteLengths: Uint32Array.of(13) };
  expect(tokenFacts(vocabulary, end, 0)).toMatchObject({ byteCount: 13, kinds: ['special'] });
});
