import { expect, test } from 'vitest';
import { exhibitVocabulary } from '../../selectors/exhibit-world.ts';
import { findIds } from './find-ids.ts';

//                                     0        1       2        3         4         5      6       7
const vocabulary = exhibitVocabulary([
  'thinking',
  ' king',
  'king',
  ' kingdom',
  'kings',
  'King',
  '0xE381',
  '12',
]);
const endOfText = 8;

test('the token itself first, then after a space, then the beginnings, then the insides', () => {
  expect(findIds(vocabulary, 'king')).toEqual([2, 5, 1, 4, 3, 0]);
});

test('a space in the query counts, typed or drawn', () => {
  expect(findIds(vocabulary, ' king')).toEqual([1, 3]);
  expect(findIds(vocabulary, '·king')).toEqual([1, 3]);
});

test('an id finds its token, and a number finds both the id and the text', () => {
  expect(findIds(vocabulary, '#4')).toEqual([4]);
  expect(findIds(vocabulary, '12')).toEqual([7]);
  expect(findIds(vocabulary, '2')).toEqual([2, 7]);
  expect(findIds(vocabulary, '#99')).toEqual([]);
});

test('bytes find the parts of characters', () => {
  expect(findIds(vocabulary, 'E3 81')).toEqual([6]);
  expect(findIds(vocabulary, 'e3')).toEqual([6]);
});

test('special tokens are found by their text', () => {
  expect(findIds(vocabulary, 'endof')).toEqual([endOfText]);
});

test('what is nowhere finds nothing', () => {
  expect(findIds(vocabulary, 'queen')).toEqual([]);
});
