import { describe, expect, test } from 'vitest';
import { seeded } from '../tokens/testing/seeded.ts';
import { BpeEncoder } from './bpe-encoder.ts';
import { BpeTrainer } from './bpe-trainer.ts';
import type { LearnedBpe, PreSplit } from './learned-bpe.ts';
import { learnedMerges } from './learned-merges.ts';
import { plainEncode, plainTrain } from './testing/plain-bpe.ts';

function train(text: string, merges: number, preSplit: PreSplit = 'none', places = 1e9): LearnedBpe {
  const trainer = new BpeTrainer(text, { size: 256 + merges, preSplit });
  while (!trainer.run(places));
  return trainer.learned();
}

const triples = (learned: LearnedBpe): number[][] =>
  learnedMerges(learned).map(({ left, right, count }) => [left, right, count]);

describe('training', () => {
  test('minbpe’s example: aaabdaaabac becomes X d X a c', () => {
    const text = 'aaabdaaabac';
    const learned = train(text, 3);
    // aa stands at 0, 1, 5, 6: four times. Then Zab…: (aa, a) and (a, b) are met twice, (aa, a) first; then (aaa, b).
    expect(triples(learned)).toEqual([
      [97, 97, 4],
      [256, 97, 2],
      [257, 98, 2],
    ]);
    expect([...new BpeEncoder(learned).encode(text)]).toEqual([258, 100, 258, 97, 99]);
    expect(learnedMerges(learned).map(({ bytes }) => String.fromCharCode(...bytes))).toEqual([
      'aa',
      'aaa',
      'aaab',
    ]);
  });

  test('of equally frequent pairs, the one that is met first is taken', () => {
    expect(triples(train('zyba', 3))).toEqual([
      [122, 121, 1],
      [256, 98, 1],
      [257, 97, 1],
    ]);
  });

  test('ends early where nothing is left to merge', () => {
    expect(triples(train('ab', 100))).toEqual([[97, 98, 1]]);
    expect(triples(train('a', 100))).toEqual([]);
    expect(triples(train('', 100))).toEqual([]);
  });

  test('with GPT-2’s pattern nothing merges across pieces: “ab cd” never makes “b␣c”', () => {
    const words = learnedMerges(train('ab cd ab cd', 100, 'gpt2')).map(({ bytes }) =>
      String.fromCharCode(...bytes),
    );
    // Pieces: “ab”, “␣cd”, “␣ab”, “␣cd”. Twice each: ab, ␣c, cd; then ␣cd twice, and at last ␣ab once.
    expect(words).toEqual(['ab', ' c', ' cd', ' ab']);
  });

  test('a lone surrogate is learned as U+FFFD: EF BF BD', () => {
    const [first, second] = learnedMerges(train('\uD800\uD800', 2));
    expect([...first!.bytes, ...second!.bytes]).toEqual([0xef, 0xbf, 0xef, 0xbf, 0xbd]);
  });

  test('a size outside 256 to 8,192 is refused', () => {
    for (const size of [255, 8193, 300.5, Number.NaN])
      expect(() => new BpeTrainer('a', { size, preSplit: 'none' })).toThrow('256 to 8192');
  });

  test('in small steps the same is learned, and `done` counts up to what was wanted', () => {
    const text = randomText(seeded(5), 3);
    const trainer = new BpeTrainer(text, { size: 300, preSplit: 'none' });
    const seen: number[] = [];
    while (!trainer.run(3)) seen.push(trainer.done);
    expect(trainer.learned()).toEqual(train(text, 44));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(trainer.done).toBe(44);
  });
});

const alphabets = [
  ['a'],
  ['a', 'b'],
  ['a', 'b', ' '],
  [...'the cat’s sat, 12 \n\t'],
  ['👩‍🚀', 'नमस्ते', '東京', '𝒳', 'é', 'e\u0301', ' ', '\r\n'],
  ['\uD83D', '\uDE00', '\uD800', 'x', ' '],
] as const;

/** Up to some 300 units over one of the alphabets, now and then in long runs. */
function randomText(random: (below: number) => number, alphabet: number): string {
  const letters = alphabets[alphabet]!;
  let text = '';
  for (let left = random(120); left >= 0; left--) {
    const letter = letters[random(letters.length)]!;
    text += letter.repeat(random(8) === 0 ? 1 + random(9) : 1);
    if (random(10) === 0) text += text.slice(random(text.length));
    if (text.length > 400) break;
  }
  return text;
}

test('600 random texts: merges, counts and ids equal the plain implementation’s', () => {
  const random = seeded(7);
  for (let round = 0; round < 600; round++) {
    const text = randomText(random, round % alphabets.length);
    const preSplit = random(2) === 0 ? 'none' : 'gpt2';
    const merges = random(60);
    const expected = plainTrain(text, merges, preSplit);
    const learned = train(text, merges, preSplit, 1 + random(40));
    expect(triples(learned), JSON.stringify(text)).toEqual(expected);
    const other = randomText(random, round % alphabets.length);
    const encoder = new BpeEncoder(learned);
    for (const given of [text, other])
      expect([...encoder.encode(given)], JSON.stringify(given)).toEqual(
        plainEncode(given, expected, preSplit),
      );
  }
});
