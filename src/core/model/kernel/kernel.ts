import type { Matrix } from './matrix.ts';

/**
 * The heavy loops: the lesson in plain TypeScript, or the same in WebAssembly. All arrays but those of `multiply` lie in the
 * heap.
 */
export interface Kernel {
  /** Which of the two. */
  readonly name: 'typescript' | 'wasm-simd';
  /** Where weights, and what is remembered of a text, must lie. */
  readonly heap: ArrayBuffer;
  /** matrix (rows, columns) × x (columns) → out (rows). */
  multiply(matrix: Matrix, x: Float32Array, out: Float32Array): void;
  /**
   * One head's scores: out[at] = factor · Σ query[i] · keys[at · stride + i], for as many positions as `out` has room for
   * and as many numbers as the query has, a multiple of 4.
   */
  compare(query: Float32Array, keys: Float32Array, stride: number, out: Float32Array, factor: number): void;
  /** out[i] = Σ shares[at] · values[at · stride + i]; the length of `out` is a multiple of 4. */
  mix(shares: Float32Array, values: Float32Array, stride: number, out: Float32Array): void;
}

/** Makes a kernel with so many bytes of heap, for products of at most `largest`. */
export type MakeKernel = (
  bytes: number,
  largest: { readonly rows: number; readonly columns: number },
) => Kernel | undefined;

/** Readable, and the reference for the other. */
export function plainKernel(bytes: number): Kernel {
  return { name: 'typescript', heap: new ArrayBuffer(bytes), multiply, compare, mix };
}

export function multiply(
  { rows, columns, weights, scales }: Matrix,
  x: Float32Array,
  out: Float32Array,
): void {
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += weights[start + i]! * x[i]!;
    out[row] = scales === undefined ? sum : sum * scales[row]!;
  }
}

function compare(
  query: Float32Array,
  keys: Float32Array,
  stride: number,
  out: Float32Array,
  factor: number,
): void {
  for (let at = 0, start = 0; at < out.length; at++, start += stride) {
    let sum = 0;
    for (let i = 0; i < query.length; i++) sum += query[i]! * keys[start + i]!;
    out[at] = sum * factor;
  }
}

function mix(shares: Float32Array, values: Float32Array, stride: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let at = 0, j = i; at < shares.length; at++, j += stride) sum += shares[at]! * values[j]!;
    out[i] = sum;
  }
}
