import type { TokenId } from '../../numbers/units.ts';
import { aligned, type Arena } from '../kernel/arena.ts';
import type { TransformerManifest } from './manifest.ts';

/**
 * What a transformer remembers of the ids that it has read: of each layer the keys and values of each position (T × d,
 * T the window), which later positions look back at, and of the whole what each position ended in, from which logits come.
 */
export interface Memory {
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Positions that have been read. */
  length: number;
  /** Tells which memory was used last. */
  used: number;
  /** Per layer, T × d. */
  readonly keys: readonly Float32Array<ArrayBuffer>[];
  readonly values: readonly Float32Array<ArrayBuffer>[];
  /** T × d, after the last norm. */
  readonly ends: Float32Array<ArrayBuffer>;
}

function emptyMemory({ contextLength, width, layers }: TransformerManifest, arena: Arena): Memory {
  const table = () => arena.floats(contextLength * width);
  return {
    ids: new Uint32Array(contextLength),
    length: 0,
    used: 0,
    keys: Array.from({ length: layers }, table),
    values: Array.from({ length: layers }, table),
    ends: table(),
  };
}

/** As many texts are followed side by side: one that is written, and one that is weighed token by token. */
const kept = 3;

/** Bytes that the memories need in an arena. */
export function memoryBytes({ contextLength, width, layers }: TransformerManifest): number {
  return kept * (2 * layers + 1) * aligned(contextLength * width * 4);
}

/** Memories of the texts that were read last. */
export class Memories {
  readonly #all: readonly Memory[];
  readonly #width: number;
  #clock = 0;

  constructor(manifest: TransformerManifest, arena: Arena) {
    this.#all = Array.from({ length: kept }, () => emptyMemory(manifest, arena));
    this.#width = manifest.width;
  }

  /** The memory to go on from when `ids` are to be read: it holds nothing but a beginning of them, or all and more. */
  of(ids: ArrayLike<TokenId>): Memory {
    const common = this.#all.map((memory) => commonLength(memory, ids));
    const best = indexOfLargest(common);
    const memory = this.#all[best]!;
    const isUseful = common[best]! === ids.length || common[best]! === memory.length;
    return this.#use(isUseful ? memory : this.#copyOf(memory, common[best]!));
  }

  /**
   * subtle: what `memory` holds beyond the common beginning is another text's, which may be being read in turns with this
   * one; each would take the other's memory away for ever.
   */
  #copyOf(memory: Memory, length: number): Memory {
    const others = this.#all.filter((other) => other !== memory);
    const copy = others.reduce((oldest, other) => (other.used < oldest.used ? other : oldest));
    copy.ids.set(memory.ids.subarray(0, length));
    copy.ends.set(memory.ends.subarray(0, length * this.#width));
    for (const part of ['keys', 'values'] as const) {
      copy[part].forEach((table, layer) => {
        table.set(memory[part][layer]!.subarray(0, length * this.#width));
      });
    }
    copy.length = length;
    return copy;
  }

  #use(memory: Memory): Memory {
    memory.used = ++this.#clock;
    return memory;
  }
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}

function commonLength(memory: Memory, ids: ArrayLike<TokenId>): number {
  const most = Math.min(memory.length, ids.length);
  let n = 0;
  while (n < most && memory.ids[n] === ids[n]) n += 1;
  return n;
}
