import { expect, test } from 'vitest';
import { wordForms } from './word-forms.ts';

test('a word has four forms: with and without the space, with and without the capital', () => {
  expect(wordForms('king')).toEqual(['king', ' king', 'King', ' King']);
});

test('a word that is capital already, or has no case, has two', () => {
  expect(wordForms('King')).toEqual(['King', ' King']);
  expect(wordForms('東京')).toEqual(['東京', ' 東京']);
});

test('spaces around the word do not count, and no word has no forms', () => {
  expect(wordForms('  élan ')).toEqual(['élan', ' élan', 'Élan', ' Élan']);
  expect(wordForms('   ')).toEqual([]);
});
