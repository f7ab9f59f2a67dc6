import type { Matrix } from './matrix.ts';

/** What multiplies a matrix with a vector: the lesson in plain TypeScript, or the same in WebAssembly. */
export interface Kernel {
  /** Which of the two. */
  readonly name: 'typescript' | 'wasm-simd';
  /** Where weights must lie. */
  readonly heap: ArrayBuffer;
  /** matrix (rows, columns) × x (columns) → out (rows). */
  multiply(matrix: Matrix, x: Float32Array, out: Float32Array): void;
}

/** Readable, and the reference for the other. `bytes`: how much room the weights need. */
export function plainKernel(bytes: number): Kernel {
  return { name: 'typescript', heap: new ArrayBuffer(bytes), multiply };
}

function multiply({ rows, columns, weights, scales }: Matrix, x: Float32Array, out: Float32Array): void {
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += weights[start + i]! * x[i]!;
    out[row] = scales === undefined ? sum : sum * scales[row]!;
  }
}
