import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodingIds } from './encoding-ids.ts';
import type { ExplainedPiece, MergedPiece } from './explained-piece.ts';
import { explainPieces } from './explain-pieces.ts';
import { loadEncoder } from './load-encoder.ts';
import { mergeSteps } from './merge-steps.ts';
import { mergeTree, type MergePart } from './merge-tree.ts';
import { noMerge } from './pair-table.ts';

/** Merges in the order of their ranks, which begin at 256: pairs of ids. */
function mergesOf(...pairs: readonly (readonly [number, number])[]) {
  return {
    merge(left: number, right: number) {
      const at = pairs.findIndex(([l, r]) => l === left && r === right);
      return at < 0 ? noMerge : 256 + at;
    },
  };
}

const [a, b, c, d] = [97, 98, 99, 100];

describe('the textbook’s aaabdaaabac', () => {
  // Gage 1994: Z = aa, Y = ab, X = ZY. Here they are 256, 257, 258.
  const merges = mergesOf([a, a], [a, b], [256, 257]);
  const text = [a, a, a, b, d, a, a, a, b, a, c];
  const steps = mergeSteps(merges, text);

  test('merges lowest rank first, the leftmost of equals', () => {
    expect(steps.map(({ left, right, at, id }) => [left, right, at, id])).toEqual([
      [a, a, 0, 256], // aa|abdaaabac
      [a, a, 4, 256], // Z a b d|aa|abac
      [a, b, 1, 257], // Z|ab|d Z a b a c
      [a, b, 4, 257], // Z Y d Z|ab|a c
      [256, 257, 0, 258], // |ZY|d Z Y a c
      [256, 257, 2, 258], // X d|ZY|a c
    ]);
  });

  test('ends as X d X a c, and after three steps it was Z Y d Z a b a c', () => {
    const ids = (parts: readonly MergePart[]) => parts.map(({ id }) => id);
    expect(ids(mergeTree(text, steps))).toEqual([258, d, 258, a, c]);
    expect(ids(mergeTree(text, steps, 3))).toEqual([256, 257, d, 256, a, b, a, c]);
    expect(ids(mergeTree(text, steps, 0))).toEqual(text);
  });

  test('the second X is a tree over bytes 5 to 9', () => {
    const leaf = (id: number, from: number) => ({ id, from, to: from + 1, step: 0 });
    expect(mergeTree(text, steps)[2]).toEqual({
      id: 258,
      from: 5,
      to: 9,
      step: 6,
      made: {
        rank: 258,
        left: { id: 256, from: 5, to: 7, step: 2, made: { rank: 256, left: leaf(a, 5), right: leaf(a, 6) } },
        right: { id: 257, from: 7, to: 9, step: 4, made: { rank: 257, left: leaf(a, 7), right: leaf(b, 8) } },
      },
    });
  });

  test('steps that are not there, or of another piece, are refused', () => {
    expect(() => mergeTree(text, steps, 7)).toThrow(/7 is none of the 6 steps/);
    expect(() => mergeTree(text, steps, -1)).toThrow(RangeError);
    expect(() => mergeTree([b, ...text], steps)).toThrow(/step 1 merges 97 and 97, which are not at 0/);
  });
});

const isMerged = (piece: ExplainedPiece): piece is MergedPiece => piece.kind === 'merged';

test('hello in r50k_base: h+e→he, l+l→ll, he+ll→hell, hell+o→hello', async () => {
  const encoder = await loadEncoder('r50k_base');
  const [piece] = [...explainPieces(encoder, 'hello world', 'text')].filter(isMerged);
  const say = (id: number) => encoder.decode([id]);
  expect(piece!.steps.map((step) => `${say(step.left)}+${say(step.right)}→${say(step.id)}`)).toEqual([
    'h+e→he',
    'l+l→ll',
    'he+ll→hell',
    'hell+o→hello',
  ]);
  expect(piece).toMatchObject({ from: 0, to: 5, fromByte: 0, toByte: 5, ids: [31373], reached: true });
});

const strange =
  "I 👩‍🚀 love 🍕, नमस्ते तुम्हारा 東京タワー 𝒳 \ud83d \udc00é e\u0301\r\n\r\n\t   \u00a0 1234567 <|endoftext|> don\u2019t WE'LL ";

describe.each(encodingIds)('%s', (id) => {
  test('merges of any text lead to the encoder’s ids, and its pieces are the whole text', async () => {
    const encoder = await loadEncoder(id);
    const units = [...strange, '\ud83d', '\udc00', 'ing', ' the', '\r\n', '    '];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...units), { maxLength: 60 }).map((parts) => parts.join('')),
    );
    const check = (given: string) => {
      for (const special of ['text', 'parse'] as const) {
        const ids: number[] = [];
        let unit = 0;
        let byte = 0;
        for (const piece of explainPieces(encoder, given, special)) {
          expect([piece.from, piece.fromByte]).toEqual([unit, byte]);
          [unit, byte] = [piece.to, piece.toByte];
          expect(piece.bytes).toEqual(new Uint8Array(Buffer.from(given.slice(piece.from, piece.to))));
          if (piece.kind === 'special') ids.push(piece.id);
          else if (isMerged(piece)) {
            expect(piece.reached).toBe(true);
            ids.push(...mergeTree(piece.singles, piece.steps).map((part) => part.id));
          }
        }
        expect(unit).toBe(given.length);
        expect(ids).toEqual([...encoder.encode(given, special)]);
      }
    };
    check(strange);
    fc.assert(fc.property(text, check), { seed: 5, numRuns: 400 });
  });

  test('a step’s rank is above the ranks of what it merges', async () => {
    const encoder = await loadEncoder(id);
    for (const piece of explainPieces(encoder, `${strange} internationalization`, 'text'))
      for (const part of isMerged(piece) ? mergeTree(piece.singles, piece.steps) : []) below(part, Infinity);
  });

  test('every token of the vocabulary is reached by merging its bytes', async () => {
    const encoder = await loadEncoder(id);
    const { bytes, offsets, size } = encoder.vocabularyBytes();
    const special = new Set(encoder.special.values());
    const idOf = new Map(Array.from({ length: 256 }, (_, token) => [encoder.tokenBytes(token)[0]!, token]));
    for (let token = 256; token < size; token++) {
      const own = bytes.subarray(offsets[token], offsets[token + 1]);
      if (own.length === 0 || special.has(token)) continue;
      const steps = mergeSteps(
        encoder.pieces,
        Array.from(own, (byte) => idOf.get(byte)!),
      );
      if (steps.length !== own.length - 1 || steps.at(-1)!.id !== token)
        expect.fail(`${token} is not reached`);
    }
  });
});

function below(part: MergePart, bound: number): void {
  if (part.made === undefined) return;
  expect(part.made.rank).toBeLessThan(bound);
  below(part.made.left, part.made.rank);
  below(part.made.right, part.made.rank);
}

test('a piece of 256 bytes is explained, a longer one only named, and neither takes long', async () => {
  const encoder = await loadEncoder('o200k_base');
  // 86 of 3 bytes: 258. The head ends with a character: 10 of them are 30 bytes.
  const pieces = [...explainPieces(encoder, `${'x'.repeat(256)} ${'東'.repeat(86)}`, 'text')];
  expect(pieces.map(({ kind, toByte }) => [kind, toByte])).toEqual([
    ['merged', 256],
    ['too-long', 256 + 1 + 258],
  ]);
  const spaces = [...explainPieces(encoder, ' '.repeat(100_000), 'text')];
  expect(spaces).toMatchObject([{ kind: 'too-long', from: 0, to: 100_000, limit: 256 }]);
  expect(spaces[0]!.bytes.length).toBe(32);
});

test('the head of a long piece ends with a character', async () => {
  const encoder = await loadEncoder('o200k_base');
  const [piece] = explainPieces(encoder, '東'.repeat(86), 'text');
  expect(piece!.bytes).toEqual(new Uint8Array(Buffer.from('東'.repeat(10))));
});
