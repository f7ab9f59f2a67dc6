import { plainKernel, type Kernel } from './kernel.ts';
import type { Matrix } from './matrix.ts';
import { multiplyBinary } from './multiply-binary.ts';

/** The part of WebAssembly that is needed; the core is compiled without a browser's types. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: object } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

type Multiply = (
  weights: number,
  scales: number,
  x: number,
  out: number,
  rows: number,
  columns: number,
  factor: number,
) => void;

const pageBytes = 65_536;
const largestByte = 127;
const largestWord = 32_767;

/**
 * The kernel of `multiply.wat`: the weights' bytes as they are, and x as 16-bit whole numbers, of which the largest is as
 * large as a 32-bit sum allows. So a product differs from the reference's by less than 1 part in 20,000 of the largest
 * |x| times the row's sum of |weight|. Undefined where there is no WebAssembly with SIMD, or a policy forbids it.
 */
export function wasmKernel(
  bytes: number,
  largest: { readonly rows: number; readonly columns: number },
): Kernel | undefined {
  const host = (globalThis as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (host === undefined) return undefined;
  // Room for x and out behind the weights.
  const xAt = align(bytes);
  const outAt = align(xAt + largest.columns * 2);
  const end = outAt + largest.rows * 4;
  let call: Multiply;
  let heap: ArrayBuffer;
  try {
    const memory = new host.Memory({ initial: Math.ceil(end / pageBytes) });
    const instance = new host.Instance(new host.Module(bytesOf(multiplyBinary)), { host: { memory } });
    call = instance.exports['multiply'] as Multiply;
    heap = memory.buffer;
  } catch {
    // The reference does the same work, more slowly.
    return undefined;
  }
  const words = new Int16Array(heap, xAt, largest.columns);
  const results = new Float32Array(heap, outAt, largest.rows);
  const { multiply } = plainKernel(0);
  return {
    name: 'wasm-simd',
    heap,
    multiply(matrix: Matrix, x: Float32Array, out: Float32Array): void {
      const { rows, columns, weights, scales } = matrix;
      if (scales === undefined || columns % 16 !== 0) return multiply(matrix, x, out);
      const factor = toWords(x, columns, words);
      call(weights.byteOffset, scales.byteOffset, xAt, outAt, rows, columns, factor);
      out.set(rows === results.length ? results : results.subarray(0, rows));
    },
  };
}

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

function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, i) =>
    Number.parseInt(hexadecimal.slice(2 * i, 2 * i + 2), 16),
  );
}
