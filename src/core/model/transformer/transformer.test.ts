import { describe, expect, test } from 'vitest';
import { FaultError } from '../../../../shared/fault.ts';
import { softmax } from '../../numbers/softmax.ts';
import { plainKernel } from '../kernel/kernel.ts';
import { wasmKernel } from '../kernel/wasm-kernel.ts';
import { contextStart, surprisalAt } from '../surprisals.ts';
import { smallGoldens, smallModel } from '../testing/small-model.ts';
import { openTransformer } from './open-transformer.ts';
import type { Transformer } from './transformer.ts';

type Kernel = 'typescript' | 'wasm-simd';

function open(precision: 'float32' | 'int8', kernel: Kernel = 'typescript'): Transformer {
  const { manifest, weights } = smallModel(precision);
  return openTransformer(manifest, weights, kernel === 'typescript' ? plainKernel : wasmKernel);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

/** The bounds are of logits that reach from about −6 to 6. */
describe.each([
  ['float32', 'typescript', 2e-5],
  ['int8', 'typescript', 2e-5],
  ['int8', 'wasm-simd', 2e-3],
] as const)('%s weights, %s', (precision, kernel, bound) => {
  const cases = smallGoldens.filter((golden) => golden.precision === precision);

  test('logits are PyTorch’s at 1, 2, 7 and 24 positions', () => {
    expect(cases.map(({ ids }) => ids.length)).toEqual([1, 2, 7, 24]);
    for (const { ids, logits } of cases) {
      expect(largestDifference(open(precision, kernel).logits(ids), logits)).toBeLessThan(bound);
    }
  });

  test('attention, the streams after every layer and the logit lens are PyTorch’s', () => {
    const { ids, attention, streams, lens } = cases.find((golden) => golden.attention !== undefined)!;
    const inside = open(precision, kernel).inspect(ids);
    expect([...inside.window]).toEqual(ids);
    expect(largestDifference(inside.attention, attention!)).toBeLessThan(bound);
    expect(largestDifference(inside.streams, streams!)).toBeLessThan(bound);
    expect(largestDifference(inside.lens, lens!)).toBeLessThan(bound);
  });
});

test('each row of attention sums to 1, and the last row of the lens is what the model says', () => {
  const model = open('int8');
  const ids = [3, 1, 4, 1, 5, 9, 2, 6];
  const { layers, heads, attention, lens } = model.inspect(ids);
  expect([layers, heads, attention.length, lens.length]).toEqual([2, 2, 2 * 2 * 8, 3 * 96]);
  for (let row = 0; row < layers * heads; row++) {
    const sum = attention.subarray(row * 8, (row + 1) * 8).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 6);
  }
  expect(largestDifference(lens.subarray(2 * 96), softmax(model.logits(ids)))).toBeLessThan(1e-7);
});

test('what was read before changes nothing: 400 questions in any order have a fresh model’s answers', () => {
  const model = open('int8');
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const text = Array.from({ length: 60 }, () => next(96));
  const other = [...text.slice(0, 5), ...Array.from({ length: 30 }, () => next(96))];
  for (let n = 0; n < 400; n++) {
    const from = next(20);
    const ids = (next(3) === 0 ? other : text).slice(from, from + 1 + next(30));
    if (next(2) === 0) model.advance(ids, 1 + next(9));
    if (next(8) === 0) model.inspect(ids);
    expect(model.logits(ids)).toEqual(open('int8').logits(ids));
  }
});

test('two texts that begin alike can be read in turns, a few positions at a time', () => {
  const model = open('int8');
  const one = Array.from({ length: 24 }, (_, i) => (i < 3 ? i : 50));
  const two = Array.from({ length: 24 }, (_, i) => (i < 3 ? i : 60));
  let turns = 0;
  const done = [false, false];
  while (!(done[0] && done[1]) && turns < 50) {
    done[0] = model.advance(one, 2);
    done[1] = model.advance(two, 2);
    turns += 1;
  }
  // 24 positions, two at a time, make 12 turns each, and a few for what was taken away once.
  expect(turns).toBeLessThan(16);
});

test('only the last 24 ids are looked at; nothing stands for the separator', () => {
  const model = open('float32');
  const ids = Array.from({ length: 40 }, (_, i) => i);
  expect(model.logits(ids)).toEqual(open('float32').logits(ids.slice(-24)));
  expect(model.logits([])).toEqual(open('float32').logits([0]));
});

test('an id outside the vocabulary is refused by name', () => {
  expect(() => open('int8').logits([1, 96])).toThrow('no token 96: ids are whole numbers from 0 to 95');
  expect(() => open('int8').advance([-1], 1)).toThrow(RangeError);
});

test('surprisals have half a window of history at least, and the whole text before it where that is shorter', () => {
  // Window 24: it stays at 0 until position 24, then advances by 12.
  expect([0, 1, 24, 25, 36, 37].map((at) => contextStart(at, 24))).toEqual([0, 0, 0, 12, 12, 24]);
  // Window 2, as of the trigram: always the two tokens before.
  expect([1, 2, 3, 9].map((at) => contextStart(at, 2))).toEqual([0, 0, 1, 7]);
  const model = open('int8');
  const ids = Uint32Array.from({ length: 40 }, (_, i) => (i * 7) % 96);
  const predictor = { contextLength: 24, logits: (seen: ArrayLike<number>) => model.logits(seen) };
  // Position 30 is foretold from the ids 12 to 29.
  const p = softmax(open('int8').logits(ids.slice(12, 30)))[ids[30]!]!;
  expect(surprisalAt(predictor, ids, 30)).toBeCloseTo(-Math.log2(p), 10);
});

function faultOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('it succeeded');
}

test('a file that is cut, damaged or of another shape is named', () => {
  const { manifest, weights } = smallModel('int8');
  const damaged = weights.slice();
  damaged[5000]! ^= 1;
  expect(faultOf(() => openTransformer(manifest, weights.slice(0, -16)))).toMatchObject({
    code: 'broken-file',
    detail: { file: 'weights.bin' },
  });
  expect(faultOf(() => openTransformer(manifest, damaged)).message).toContain('checksum');
  expect(faultOf(() => openTransformer({ ...manifest, layers: 3 }, weights)).message).toContain(
    'shorter than the sizes',
  );
  expect(faultOf(() => openTransformer({ ...manifest, layers: 1 }, weights)).message).toContain(
    'longer than the sizes',
  );
  expect(faultOf(() => openTransformer({ ...manifest, heads: 5 }, weights)).message).toContain('5 heads');
});
