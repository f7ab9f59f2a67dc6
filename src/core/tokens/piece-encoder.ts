import type { TokenId } from '../numbers/units.ts';
import { InitialParts } from './initial-parts.ts';
import { LongMerge } from './merge-long.ts';
import { mergeShort, shortLength } from './merge-short.ts';
import { PairTable } from './pair-table.ts';
import { PieceTable } from './piece-table.ts';
import type { Vocabulary } from './vocabulary.ts';

const parts = new Int32Array(4 * shortLength);

/** Turns pieces (what a scan cuts) into ids. */
export class PieceEncoder {
  readonly #table: PieceTable;
  readonly #pairs: PairTable;
  readonly #initial: InitialParts;

  constructor(vocabulary: Vocabulary) {
    this.#table = new PieceTable(vocabulary);
    this.#pairs = new PairTable(vocabulary);
    this.#initial = new InitialParts(vocabulary);
  }

  /**
   * Writes the ids of the piece [p, p + length) at `at` and returns the offset after them, at most `length` further.
   * `words` views `bytes`, which goes on for 12 bytes at least.
   */
  encode(
    bytes: Uint8Array,
    words: DataView,
    p: number,
    length: number,
    out: Uint32Array,
    at: number,
  ): number {
    const id = this.#table.find(bytes, words, p, length);
    if (id >= 0) {
      out[at] = id;
      return at + 1;
    }
    return this.#merge(bytes, p, length, out, at);
  }

  #merge(bytes: Uint8Array, p: number, length: number, out: Uint32Array, at: number): number {
    if (length > parts.length) return this.#mergeLong(this.startLong(bytes, p, length), out, at);
    const count = this.#initial.write(bytes, p, length, parts);
    if (count > shortLength) return this.#mergeLong(new LongMerge(this.#pairs, parts, count), out, at);
    const left = mergeShort(this.#pairs, parts, count);
    for (let i = 0; i < left; i++) out[at + i] = parts[i]!;
    return at + left;
  }

  #mergeLong(merge: LongMerge, out: Uint32Array, at: number): number {
    merge.run(Infinity);
    return merge.write(out, at);
  }

  /** The id that two neighbours in a piece merge to, which is the merge's rank too; noMerge when they stay apart. */
  merge(left: TokenId, right: TokenId): number {
    return this.#pairs.merge(left, right);
  }

  /** For a piece that is longer than any token: the same in steps. */
  startLong(bytes: Uint8Array, p: number, length: number): LongMerge {
    const ids = new Int32Array(length);
    return new LongMerge(this.#pairs, ids, this.#initial.write(bytes, p, length, ids));
  }
}
