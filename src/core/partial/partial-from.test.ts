import { expect, test } from 'vitest';
import type { KnownToken } from './partial-distribution.ts';
import { partialFrom } from './partial-from.ts';
import { must } from './testing/cut-distributions.ts';

const token = (text: string, logprob: number, more: Partial<KnownToken> = {}): KnownToken => ({
  text,
  bytes: new TextEncoder().encode(text),
  id: undefined,
  logprob,
  ...more,
});
const half = Math.log(0.5);
const tenth = Math.log(0.1);

test('a list is put in order; what it leaves is shared by the others', () => {
  const partial = must(partialFrom({ top: [token('b', tenth), token('a', half)], vocabularySize: 100 }));
  expect(partial.known.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(partial.remainder).toBeCloseTo(0.4, 12);
  expect(partial).toMatchObject({ unknown: 98, outside: undefined });
  expect(partial.cap).toBeCloseTo(0.1, 12);
  // One unit in the last place of a float, of ln 0.1 = −2.3 and of numbers up to 1: (0.1 × 2.3 + 0.5) × 2⁻²³.
  expect(partial.remainderError).toBeCloseTo(0.73 * 2 ** -23, 9);
});

test('a drawn token outside of the list is known, and the cap stays the list’s', () => {
  const top = [token('a', half), token('b', tenth)];
  const partial = must(partialFrom({ top, sampled: token('c', Math.log(0.01)) }));
  expect(partial.known.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(partial).toMatchObject({ outside: 2, unknown: undefined });
  expect(partial.cap).toBeCloseTo(0.1, 12);
  expect(must(partialFrom({ top, sampled: token('b', tenth) })).outside).toBeUndefined();
});

test.each([-9999, -Infinity, -3.4e38])('%d says only that a token is less likely than all listed', (mark) => {
  const top = [token('a', half), token('b', tenth), token('c', mark)];
  const partial = must(partialFrom({ top, sampled: token('d', mark), vocabularySize: 10 }));
  expect(partial.known).toHaveLength(2);
  expect(partial).toMatchObject({ unknown: 8, outside: undefined });
  expect(partial.cap).toBeCloseTo(0.1, 12);
});

test('two halves of characters look alike and are two tokens; an id or bytes twice are one', () => {
  const broken = { bytes: undefined };
  const looks = [token('\ufffd', half, broken), token('\ufffd', tenth, broken)];
  expect(must(partialFrom({ top: looks })).known).toHaveLength(2);
  expect(must(partialFrom({ top: [token('a', half), token('a', half)] })).known).toHaveLength(1);
  const ids = [token('\ufffd', half, { id: 7 }), token('\ufffd', half, { id: 7 })];
  expect(must(partialFrom({ top: ids })).known).toHaveLength(1);
});

test('rounding above 1 is taken for 1; clearly more is no distribution', () => {
  expect(must(partialFrom({ top: [token('a', 1e-7), token('b', -12)] })).remainder).toBe(0);
  for (const top of [
    [token('a', half), token('b', half), token('c', half)],
    [token('a', 0.1)],
    [token('a', NaN)],
  ])
    expect(partialFrom({ top })).toMatchObject({ ok: false, fault: { code: 'broken-answer' } });
});

test('the unknown tokens must be able to hold the rest', () => {
  const top = [token('a', half), token('b', tenth)];
  // 0.4 on three tokens of 0.1 at most does not go; on four it does.
  expect(partialFrom({ top, vocabularySize: 5 })).toMatchObject({
    ok: false,
    fault: { code: 'broken-answer' },
  });
  expect(must(partialFrom({ top, vocabularySize: 6 })).unknown).toBe(4);
  expect(partialFrom({ top, vocabularySize: 1 }).ok).toBe(false);
});

test('nothing listed: all is the remainder', () => {
  expect(must(partialFrom({ top: [] }))).toMatchObject({
    known: [],
    remainder: 1,
    cap: 1,
    unknown: undefined,
  });
});
