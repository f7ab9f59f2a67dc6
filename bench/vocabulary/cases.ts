import { everyToken, type VocabularyQuery } from '../../src/core/vocabulary/vocabulary-query.ts';

/** The bar for a search over all 200,019 ids of o200k_base, in ms. */
export const barMs = 200;

/** What people look for, by name; the patterns that find nothing look at every token to its end. */
export const cases: Readonly<Record<string, VocabularyQuery>> = {
  all: everyToken,
  id: { ...everyToken, find: '#812' },
  text: { ...everyToken, find: 'king' },
  prefix: { ...everyToken, find: '^un' },
  bytes: { ...everyToken, find: 'E3 81' },
  'pattern: simple': { ...everyToken, find: '/ing$/' },
  'pattern: any case': { ...everyToken, find: '/^ ?the/i' },
  'pattern: script': { ...everyToken, find: '/^\\p{Script=Han}+$/u' },
  'pattern: look-behind': { ...everyToken, find: '/(?<=[aeiou])([bcdfg])\\1/' },
  'pattern: backtracking': { ...everyToken, find: '/(\\w+)\\1\\1/' },
  'pattern: finds nothing': { ...everyToken, find: '/(a|b|ab)*[^\\s\\S]$/' },
  'pattern: all, longest first': { ...everyToken, find: '/./s', sorting: 'longest' },
  'pattern: all, by text': { ...everyToken, find: '/./s', sorting: 'text' },
  'kinds and script': { ...everyToken, kinds: ['word', 'leading-space'], script: 'Cyrillic' },
};
