import { LongMerge } from './merge-long.ts';
import { mergeShort, shortLength } from './merge-short.ts';
import { PairTable } from './pair-table.ts';
import { PieceTable } from './piece-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Turns pieces (what a scan cuts) into ids. */
export class PieceEncoder {
  readonly #table: PieceTable;
  readonly #pairs: PairTable;

  constructor(vocabulary: Vocabulary) {
    this.#table = new PieceTable(vocabulary);
    this.#pairs = new PairTable(vocabulary);
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
    if (length <= shortLength) return mergeShort(this.#pairs, bytes, p, length, out, at);
    const merge = this.startLong(bytes, p, length);
    merge.run(Infinity);
    return merge.write(out, at);
  }

  /** For a piece that is longer than any token: the same in steps. */
  startLong(bytes: Uint8Array, p: number, length: number): LongMerge {
    return new LongMerge(this.#pairs, bytes, p, length);
  }
}
