import fc from 'fast-check';
import { expect, test } from 'vitest';
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
