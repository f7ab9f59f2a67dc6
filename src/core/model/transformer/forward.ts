import type { TokenId } from '../../numbers/units.ts';
import { aligned, type Arena } from '../kernel/arena.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { writeRow } from '../kernel/matrix.ts';
import { attend } from './attend.ts';
import { gelu } from './gelu.ts';
import { layerNorm } from './layer-norm.ts';
import type { TransformerManifest } from './manifest.ts';
import type { Memory } from './memory.ts';
import type { Linear, Weights } from './weights.ts';

/** Told what there is on the way, for pictures: the arrays are used again, so what is to be kept is copied. */
export interface Onlooker {
  /** The stream before the first layer (layer 0) and after each: d numbers. */
  stream(layer: number, x: Float32Array): void;
  /** What each of `heads` took from each position up to this one: heads × positions, each row summing to 1. */
  attention(layer: number, shares: Float32Array): void;
}

/** Bytes that a `Forward` needs in an arena. */
export function forwardBytes({ width, heads, contextLength }: TransformerManifest): number {
  return aligned(3 * width * 4) + aligned(width * 4) + aligned(heads * contextLength * 4);
}

/**
 * The walk of one token through the model: GPT-2 (Radford et al. 2019). Shapes: d width, H heads, t positions up to and
 * with this one, V ids.
 */
export class Forward {
  readonly #kernel: Kernel;
  readonly #weights: Weights;
  readonly #width: number;
  readonly #heads: number;
  readonly #x: Float32Array;
  readonly #normed: Float32Array;
  readonly #queryKeyValue: Float32Array;
  readonly #mixed: Float32Array;
  readonly #change: Float32Array;
  readonly #wide: Float32Array;
  readonly #shares: Float32Array;

  constructor(
    { width, heads, contextLength }: TransformerManifest,
    weights: Weights,
    kernel: Kernel,
    arena: Arena,
  ) {
    this.#kernel = kernel;
    this.#weights = weights;
    this.#width = width;
    this.#heads = heads;
    this.#x = new Float32Array(width);
    this.#normed = new Float32Array(width);
    this.#queryKeyValue = arena.floats(3 * width);
    this.#mixed = arena.floats(width);
    this.#change = new Float32Array(width);
    this.#wide = new Float32Array(4 * width);
    this.#shares = arena.floats(heads * contextLength);
  }

  /** Reads one more id into `memory`, whose length grows by 1. */
  read(id: TokenId, memory: Memory, onlooker?: Onlooker): void {
    const { token, position, layers, norm } = this.#weights;
    const d = this.#width;
    const at = memory.length;
    const x = this.#x;
    const normed = this.#normed;

    writeRow(token, id, x); // (d): what the token is
    for (let i = 0; i < d; i++) x[i]! += position[at * d + i]!; // (d): and where it stands
    onlooker?.stream(0, x);

    layers.forEach((layer, index) => {
      const keys = memory.keys[index]!;
      const values = memory.values[index]!;

      layerNorm(x, layer.attentionNorm, normed); // (d)
      const queryKeyValue = this.#apply(layer.queryKeyValue, normed, this.#queryKeyValue); // (3d)
      keys.set(queryKeyValue.subarray(d, 2 * d), at * d); // (t, d): one key more
      values.set(queryKeyValue.subarray(2 * d), at * d); // (t, d): one value more
      const shares = this.#shares.subarray(0, this.#heads * (at + 1)); // (H, t)
      attend(this.#kernel, this.#heads, queryKeyValue, keys, values, shares, this.#mixed); // (d)
      onlooker?.attention(index, shares);
      add(x, this.#apply(layer.attentionOut, this.#mixed, this.#change)); // (d)

      layerNorm(x, layer.perceptronNorm, normed); // (d)
      const wide = this.#apply(layer.up, normed, this.#wide); // (4d)
      for (let i = 0; i < wide.length; i++) wide[i] = gelu(wide[i]!);
      add(x, this.#apply(layer.down, wide, this.#change)); // (d)
      onlooker?.stream(index + 1, x);
    });

    layerNorm(x, norm, memory.ends.subarray(at * d, (at + 1) * d)); // (d)
    memory.ids[at] = id;
    memory.length = at + 1;
  }

  /** Scores of all ids, from what a position ended in: (d) → (V), natural logarithms up to a constant. */
  logits(end: Float32Array, out: Float32Array): void {
    this.#kernel.multiply(this.#weights.token, end, out);
  }

  /** The same from a stream that has not been through the last norm: what the model would say if it ended there. */
  lens(stream: Float32Array, out: Float32Array): void {
    layerNorm(stream, this.#weights.norm, this.#normed);
    this.logits(this.#normed, out);
  }

  #apply({ matrix, bias }: Linear, x: Float32Array, out: Float32Array): Float32Array {
    this.#kernel.multiply(matrix, x, out);
    add(out, bias);
    return out;
  }
}

function add(to: Float32Array, what: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += what[i]!;
}
