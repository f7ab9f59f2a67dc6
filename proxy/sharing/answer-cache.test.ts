import { expect, test } from 'vitest';
import { answerCache } from './answer-cache.ts';

const answer = (bytes: number) => ({ status: 200, headers: new Headers(), body: new Uint8Array(bytes) });
const settings = { seconds: 60, entries: 3 };

test('the one that nobody asked for longest goes first', () => {
  const cache = answerCache(settings, () => 0);
  for (const key of ['a', 'b', 'c']) cache.put(key, answer(1));
  cache.get('a');
  cache.put('d', answer(1));
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
});

test('64 MB are kept at most: of 17 answers of 4 MB the first goes', () => {
  const cache = answerCache({ seconds: 60, entries: 100 }, () => 0);
  // A key of one letter takes two bytes.
  for (let n = 0; n < 17; n++) cache.put(String.fromCodePoint(97 + n), answer(3_999_998));
  expect(cache.get('a')).toBeUndefined();
  expect(cache.get('b')).toBeDefined();
  // What goes makes room for its own size.
  cache.put('b', answer(1));
  cache.put('z', answer(3_999_990));
  expect(cache.get('c')).toBeDefined();
});

test('an answer of more than 4 MB is not kept, and takes the place of nothing', () => {
  const cache = answerCache(settings, () => 0);
  cache.put('a', answer(1));
  cache.put('b', answer(4_000_000));
  expect(cache.get('a')).toBeDefined();
  expect(cache.get('b')).toBeUndefined();
});

test('an answer lives from when it was made, however often it is asked for', () => {
  let time = 0;
  const cache = answerCache(settings, () => time);
  cache.put('a', answer(1));
  for (; time < 60_000; time += 20_000) expect(cache.get('a')).toBeDefined();
  expect(cache.get('a')).toBeUndefined();
});
