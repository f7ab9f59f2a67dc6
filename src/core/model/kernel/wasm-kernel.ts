import { aligned } from './arena.ts';
import { multiply as plainMultiply, type Kernel, type MakeKernel } from './kernel.ts';
import type { Matrix } from './matrix.ts';
import { kernelBinary } from './kernel-binary.ts';

/** The part of WebAssembly that is needed; the core is compiled without a browser's types. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: object } },
  ) => { readonly exports: unknown };
}

/** As in `kernel.wat`: addresses, counts, and single-precision numbers. */
interface Loops {
  multiply(
    weights: number,
    scales: number,
    x: number,
    out: number,
    rows: number,
    columns: number,
    factor: number,
  ): void;
  compare(
    query: number,
    keys: number,
    out: number,
    positions: number,
    stride: number,
    size: number,
    factor: number,
  ): void;
  mix(shares: number, values: number, out: number, positions: number, stride: number, size: number): void;
}

const pageBytes = 65_536;
const largestByte = 127;
const largestWord = 32_767;

/**
 * The kernel of `kernel.wat`: the weights' bytes as they are, and x as 16-bit whole numbers, of which the largest is as
 * large as a 32-bit sum allows. So a product differs from the reference's by less than 1 part in 20,000 of the largest
 * |x| times the row's sum of |weight|. Undefined where there is no WebAssembly with SIMD, or a policy forbids it.
 */
export const wasmKernel: MakeKernel = (bytes, largest) => {
  const host = (globalThis as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (host === undefined) return undefined;
  // Room for x and out of a product behind the rest.
  const xAt = aligned(bytes);
  const outAt = aligned(xAt + largest.columns * 2);
  const end = outAt + largest.rows * 4;
  let loops: Loops;
  let heap: ArrayBuffer;
  try {
    const memory = new host.Memory({ initial: Math.ceil(end / pageBytes) });
    const instance = new host.Instance(new host.Module(bytesOf(kernelBinary)), { host: { memory } });
    loops = instance.exports as Loops;
    heap = memory.buffer;
  } catch {
    // The reference does the same work, more slowly.
    return undefined;
  }
  const words = new Int16Array(heap, xAt, largest.columns);
  const results = new Float32Array(heap, outAt, largest.rows);
  return {
    name: 'wasm-simd',
    heap,
    multiply(matrix: Matrix, x: Float32Array, out: Float32Array): void {
      const { rows, columns, weights, scales } = matrix;
      if (scales === undefined || columns % 16 !== 0) return plainMultiply(matrix, x, out);
      const factor = toWords(x, columns, words);
      loops.multiply(weights.byteOffset, scales.byteOffset, xAt, outAt, rows, columns, factor);
      return out.set(rows === results.length ? results : results.subarray(0, rows));
    },
    compare(query, keys, stride, out, factor) {
      const { byteOffset, length } = out;
      loops.compare(query.byteOffset, keys.byteOffset, byteOffset, length, stride * 4, query.length, factor);
    },
    mix(shares, values, stride, out) {
      const { byteOffset, length } = out;
      loops.mix(shares.byteOffset, values.byteOffset, byteOffset, shares.length, stride * 4, length);
    },
  } satisfies Kernel;
};

/** Writes x in whole numbers, and gives what one of them stands for. */
function toWords(x: Float32Array, columns: number, words: Int16Array): number {
  let most = 0;
  for (let i = 0; i < columns; i++) most = Math.max(most, Math.abs(x[i]!));
  if (most === 0) {
    words.fill(0, 0, columns);
    return 0;
  }
  const limit = Math.min(largestWord, Math.floor((2 ** 31 - 1) / (largestByte * columns)));
  const perUnit = limit / most;
  for (let i = 0; i < columns; i++) words[i] = Math.round(x[i]! * perUnit);
  return most / limit;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, i) =>
    Number.parseInt(hexadecimal.slice(2 * i, 2 * i + 2), 16),
  );
}
