import { softmax } from '../../numbers/softmax.ts';
import type { TokenId } from '../../numbers/units.ts';
import { Arena } from '../kernel/arena.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Inside } from '../language-model.ts';
import { Forward, forwardBytes } from './forward.ts';
import type { TransformerManifest } from './manifest.ts';
import { Memories, memoryBytes, type Memory } from './memory.ts';
import type { Weights } from './weights.ts';

/** Bytes of a kernel's heap that a transformer needs beside its weights. */
export function transformerBytes(manifest: TransformerManifest): number {
  return forwardBytes(manifest) + memoryBytes(manifest);
}

/** A decoder-only transformer in memory. It remembers what it has read, so that one token more costs one position. */
export class Transformer {
  readonly #manifest: TransformerManifest;
  readonly #forward: Forward;
  readonly #memories: Memories;
  readonly #scores: Float32Array;

  /** What is remembered is laid into the kernel's heap from byte `from` on: `transformerBytes`. */
  constructor(manifest: TransformerManifest, weights: Weights, kernel: Kernel, from: number) {
    const arena = new Arena(kernel.heap, from);
    this.#manifest = manifest;
    this.#forward = new Forward(manifest, weights, kernel, arena);
    this.#memories = new Memories(manifest, arena);
    this.#scores = new Float32Array(manifest.vocabularySize);
  }

  /** Reads at most `positions` more of what `logits` needs; true when nothing is left to read. */
  advance(history: ArrayLike<TokenId>, positions: number): boolean {
    const ids = this.#window(history);
    const memory = this.#memories.of(ids);
    for (let n = 0; n < positions && memory.length < ids.length; n++) {
      this.#forward.read(ids[memory.length]!, memory);
    }
    return memory.length >= ids.length;
  }

  /** Natural-log scores, (V). Throws a RangeError for an id outside the vocabulary. */
  logits(history: ArrayLike<TokenId>): Float64Array<ArrayBuffer> {
    const ids = this.#window(history);
    const memory = this.#readAll(ids);
    const { width } = this.#manifest;
    this.#forward.logits(memory.ends.subarray((ids.length - 1) * width, ids.length * width), this.#scores);
    return Float64Array.from(this.#scores);
  }

  /** Attention of the last position, and what each layer would say. */
  inspect(history: ArrayLike<TokenId>): Inside {
    const ids = this.#window(history);
    const { layers, heads, width, vocabularySize } = this.#manifest;
    const t = ids.length;
    const attention = new Float32Array(layers * heads * t);
    const streams = new Float32Array((layers + 1) * width);
    // The last position is read again, with somebody looking on.
    const memory = this.#readAll(ids);
    memory.length = t - 1;
    this.#forward.read(ids[t - 1]!, memory, {
      stream: (layer, x) => streams.set(x, layer * width),
      attention: (layer, shares) => attention.set(shares, layer * heads * t),
    });
    const lens = new Float32Array((layers + 1) * vocabularySize);
    for (let layer = 0; layer <= layers; layer++) {
      this.#forward.lens(streams.subarray(layer * width, (layer + 1) * width), this.#scores);
      lens.set(softmax(this.#scores), layer * vocabularySize);
    }
    return { layers, heads, window: ids, attention, streams, lens };
  }

  #readAll(ids: Uint32Array): Memory {
    const memory = this.#memories.of(ids);
    while (memory.length < ids.length) this.#forward.read(ids[memory.length]!, memory);
    return memory;
  }

  /** The ids that the model sees: the last of the history, or the separator when there are none. */
  #window(history: ArrayLike<TokenId>): Uint32Array<ArrayBuffer> {
    const { contextLength, vocabularySize, separator } = this.#manifest;
    if (history.length === 0) return Uint32Array.of(separator);
    const from = Math.max(0, history.length - contextLength);
    return Uint32Array.from({ length: history.length - from }, (_, i) => {
      const id = history[from + i]!;
      if (Number.isInteger(id) && id >= 0 && id < vocabularySize) return id;
      throw new RangeError(
        `the model has no token ${id}: ids are whole numbers from 0 to ${vocabularySize - 1}`,
      );
    });
  }
}
