import { singleByteCount, type Vocabulary } from './vocabulary.ts';

/** Greater than every rank: the pair does not merge. */
export const noMerge = 0x7fffffff;

const idBits = 18;
const idMask = (1 << idBits) - 1;

function hash(left: number, right: number): number {
  const h = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
}

/**
 * Pair of ids → the id that they merge to, which is its rank too: the smaller merges first.
 *
 * An open-addressing table of ids, each with 14 bits of its pair's hash above it, so that a question about a pair that
 * does not merge seldom looks further. The pair itself is compared in the vocabulary's arrays.
 */
export class PairTable {
  readonly #slots: Int32Array<ArrayBuffer>;
  readonly #shift: number;
  readonly #left: Int32Array<ArrayBuffer>;
  readonly #right: Int32Array<ArrayBuffer>;
  /** For two single bytes: left id × 256 + right id → id of the two, or noMerge. */
  readonly #ofSingles = new Int32Array(65536).fill(noMerge);

  constructor({ size, left, right }: Vocabulary) {
    if (size > idMask) throw new RangeError(`${size} ids are more than the table's ${idMask}`);
    let log = 10;
    while (1 << log < size * 2) log += 1;
    this.#slots = new Int32Array(1 << log);
    this.#shift = 32 - log;
    this.#left = left;
    this.#right = right;
    for (let id = singleByteCount; id < size; id++) {
      const l = left[id]!;
      if (l < 0) continue;
      const r = right[id]!;
      if (l < singleByteCount && r < singleByteCount) {
        this.#ofSingles[(l << 8) | r] = id;
        continue;
      }
      const h = hash(l, r);
      let slot = h >>> this.#shift;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = (h << idBits) | id;
    }
  }

  /** The id that the pair merges to, or noMerge. */
  merge(left: number, right: number): number {
    if ((left | right) < singleByteCount) return this.#ofSingles[(left << 8) | right]!;
    const slots = this.#slots;
    const h = hash(left, right);
    let slot = h >>> this.#shift;
    for (;;) {
      const entry = slots[slot]!;
      if (entry === 0) return noMerge;
      if (((entry ^ (h << idBits)) & ~idMask) === 0) {
        const id = entry & idMask;
        if (this.#left[id] === left && this.#right[id] === right) return id;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
