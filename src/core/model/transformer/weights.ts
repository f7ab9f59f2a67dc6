import { aligned } from '../kernel/arena.ts';
import type { Matrix } from '../kernel/matrix.ts';
import type { TransformerManifest } from './manifest.ts';

type Vector = Float32Array<ArrayBuffer>;

/** Shifts and stretches what has been brought to mean 0 and variance 1. */
export interface Norm {
  readonly gain: Vector;
  readonly shift: Vector;
}

/** y = matrix · x + bias. */
export interface Linear {
  readonly matrix: Matrix;
  readonly bias: Vector;
}

/** Of one layer; d is the model's width. */
export interface LayerWeights {
  readonly attentionNorm: Norm;
  /** (3d, d): queries, keys and values, one below the other. */
  readonly queryKeyValue: Linear;
  /** (d, d). */
  readonly attentionOut: Linear;
  readonly perceptronNorm: Norm;
  /** (4d, d). */
  readonly up: Linear;
  /** (d, 4d). */
  readonly down: Linear;
}

export interface Weights {
  /** (V, d): reads ids, and scores them. */
  readonly token: Matrix;
  /** contextLength × d. */
  readonly position: Vector;
  readonly layers: readonly LayerWeights[];
  readonly norm: Norm;
}

/** Walks through the heap and gives out what lies there, part by part. */
class Cursor {
  readonly #heap: ArrayBuffer;
  readonly #length: number;
  at = 0;

  constructor(heap: ArrayBuffer, length: number) {
    this.#heap = heap;
    this.#length = length;
  }

  #take(bytes: number): number {
    const start = this.at;
    if (start + bytes > this.#length)
      throw new RangeError('is shorter than the sizes in the manifest come to');
    this.at = aligned(start + bytes);
    return start;
  }

  vector(count: number): Vector {
    return new Float32Array(this.#heap, this.#take(count * 4), count);
  }

  bytes(count: number): Int8Array<ArrayBuffer> {
    return new Int8Array(this.#heap, this.#take(count), count);
  }
}

/**
 * Views of the weights in `heap`, in the file's order, which is the order of the walk through the model. A vector is
 * float32; so is a matrix, or, at int8, one float32 scale per row and then the rows as signed bytes. Little-endian.
 * Throws a RangeError when `length`, in bytes, is not what the manifest's sizes come to.
 */
export function viewWeights(manifest: TransformerManifest, heap: ArrayBuffer, length: number): Weights {
  const { vocabularySize, contextLength, width, layers, precision } = manifest;
  const cursor = new Cursor(heap, length);

  function matrix(rows: number, columns: number): Matrix {
    if (precision === 'float32')
      return { rows, columns, weights: cursor.vector(rows * columns), scales: undefined };
    const scales = cursor.vector(rows);
    return { rows, columns, weights: cursor.bytes(rows * columns), scales };
  }
  function norm(): Norm {
    const gain = cursor.vector(width);
    return { gain, shift: cursor.vector(width) };
  }
  function linear(rows: number, columns: number): Linear {
    const weights = matrix(rows, columns);
    return { matrix: weights, bias: cursor.vector(rows) };
  }
  function layer(): LayerWeights {
    const attentionNorm = norm();
    const queryKeyValue = linear(3 * width, width);
    const attentionOut = linear(width, width);
    const perceptronNorm = norm();
    const up = linear(4 * width, width);
    const down = linear(width, 4 * width);
    return { attentionNorm, queryKeyValue, attentionOut, perceptronNorm, up, down };
  }
  const token = matrix(vocabularySize, width);
  const position = cursor.vector(contextLength * width);
  const all = Array.from({ length: layers }, layer);
  const last = norm();
  if (cursor.at !== length) throw new RangeError('is longer than the sizes in the manifest come to');
  return { token, position, layers: all, norm: last };
}
