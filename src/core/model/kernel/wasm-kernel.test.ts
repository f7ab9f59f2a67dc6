import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arena } from './arena.ts';
import { plainKernel, type Kernel } from './kernel.ts';
import type { Matrix } from './matrix.ts';
import { wasmKernel } from './wasm-kernel.ts';

function place(
  kernel: Kernel,
  rows: number,
  columns: number,
  weights: readonly number[],
  scales: readonly number[],
) {
  const matrix: Matrix = {
    rows,
    columns,
    scales: new Float32Array(kernel.heap, 0, rows),
    weights: new Int8Array(kernel.heap, rows * 4, rows * columns),
  };
  matrix.scales!.set(scales);
  matrix.weights.set(weights);
  return matrix;
}

const cases = fc.integer({ min: 1, max: 9 }).chain((rows) =>
  fc.constantFrom(16, 32, 48, 640).chain((columns) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      weights: fc.array(fc.integer({ min: -127, max: 127 }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
      scales: fc.array(fc.float({ min: 0, max: 2, noNaN: true }), { minLength: rows, maxLength: rows }),
      x: fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true }), { minLength: columns, maxLength: columns }),
    }),
  ),
);

test('a product is the reference’s within 1 part in 20,000 of the largest |x| times the row’s weight', () => {
  fc.assert(
    fc.property(cases, ({ rows, columns, weights, scales, x }) => {
      const bytes = rows * 4 + rows * columns;
      const fast = wasmKernel(bytes, { rows, columns })!;
      const plain = plainKernel(bytes);
      expect(fast.name).toBe('wasm-simd');
      const [a, b] = [fast, plain].map((kernel) => {
        const out = new Float32Array(rows);
        kernel.multiply(place(kernel, rows, columns, weights, scales), Float32Array.from(x), out);
        return out;
      });
      const largest = Math.max(...x.map(Math.abs));
      for (let row = 0; row < rows; row++) {
        const weight = weights
          .slice(row * columns, (row + 1) * columns)
          .reduce((sum, each) => sum + Math.abs(each), 0);
        // And the rounding of single precision itself.
        const bound = (scales[row]! * largest * weight) / 20_000 + Math.abs(b![row]!) * 1e-6 + 1e-30;
        expect(Math.abs(a![row]! - b![row]!)).toBeLessThanOrEqual(bound);
      }
    }),
    { seed: 11, numRuns: 200 },
  );
});

test('the largest weights and numbers do not overflow: 640 × 127 × x', () => {
  const kernel = wasmKernel(4 + 640, { rows: 1, columns: 640 })!;
  const matrix = place(
    kernel,
    1,
    640,
    Array.from({ length: 640 }, () => 127),
    [1],
  );
  const out = new Float32Array(1);
  kernel.multiply(matrix, new Float32Array(640).fill(-3), out);
  expect(out[0]).toBeCloseTo(-3 * 127 * 640, 0);
});

test('scores and mixtures of a head are the reference’s within single precision', () => {
  const positions = 37;
  const size = 12;
  const stride = 48;
  const wave = (n: number) => Math.sin(n * 1.7) * 3;
  const room = (positions * stride * 2 + positions + 2 * size) * 4 + 16 * 5;
  const results = [wasmKernel(room, { rows: 1, columns: 16 })!, plainKernel(room)].map((kernel) => {
    const arena = new Arena(kernel.heap, 0);
    const query = arena.floats(size).map((_, i) => wave(i));
    const inHeap = arena.floats(size);
    inHeap.set(query);
    const keys = arena.floats(positions * stride);
    keys.set(keys.map((_, i) => wave(i + 5)));
    const values = arena.floats(positions * stride);
    values.set(values.map((_, i) => wave(i + 9)));
    const scores = arena.floats(positions);
    kernel.compare(inHeap, keys.subarray(size), stride, scores, 0.25);
    const out = inHeap;
    const told = [...scores];
    kernel.mix(scores, values.subarray(size), stride, out);
    return [...told, ...out];
  });
  results[0]!.forEach((value, i) => expect(value).toBeCloseTo(results[1]![i]!, 2));
  expect(results[1]![3]).toBeCloseTo(
    0.25 *
      Array.from({ length: size }, (_, i) => wave(i) * wave(3 * stride + size + i + 5)).reduce(
        (a, b) => a + b,
        0,
      ),
    3,
  );
});
