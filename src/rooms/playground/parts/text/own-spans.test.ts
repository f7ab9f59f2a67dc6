import { expect, test } from 'vitest';
import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import { ownSpans } from './own-spans.ts';

function slice(
  rows: readonly (readonly [start: number, end: number, head: number, tail: number])[],
): TokenSlice {
  const of = (at: 0 | 1 | 2 | 3) => rows.map((row) => row[at]);
  return {
    first: 0,
    ids: Uint32Array.from(rows, (_, at) => at),
    byteStarts: new Uint32Array(rows.length),
    byteLengths: new Uint32Array(rows.length).fill(1),
    starts: Uint32Array.from(of(0)),
    ends: Uint32Array.from(of(1)),
    headBytes: Uint8Array.from(of(2)),
    tailBytes: Uint8Array.from(of(3)),
  };
}

test('whole tokens have their own text', () => {
  const spans = ownSpans(
    slice([
      [0, 3, 0, 0],
      [3, 5, 0, 0],
    ]),
    'abcde',
    0,
  );
  expect(spans.map(({ from, to, tokens }) => [from, to, tokens])).toEqual([
    [0, 3, [0]],
    [3, 5, [1]],
  ]);
});

test('a character of three tokens is one stretch that lists all three', () => {
  // 👩 is two UTF-16 units; a letter follows inside the last token.
  const rows = slice([
    [0, 2, 0, 3],
    [0, 2, 1, 1],
    [0, 3, 3, 0],
  ]);
  const spans = ownSpans(rows, '👩a', 0);
  expect(spans.map(({ from, to, tokens }) => [from, to, tokens])).toEqual([
    [0, 2, [0, 1, 2]],
    [2, 3, [2]],
  ]);
});

test('a slice that begins inside the text counts from there', () => {
  const spans = ownSpans(
    slice([
      [10, 12, 0, 2],
      [10, 13, 2, 0],
    ]),
    '👩b',
    10,
  );
  expect(spans.map(({ from, to }) => [from, to])).toEqual([
    [10, 12],
    [12, 13],
  ]);
});
