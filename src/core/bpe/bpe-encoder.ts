import { LongMerge } from '../tokens/merge-long.ts';
import { mergeShort, shortLength } from '../tokens/merge-short.ts';
import { PairTable } from '../tokens/pair-table.ts';
import type { Vocabulary } from '../tokens/vocabulary.ts';
import { bpeVocabulary } from './bpe-vocabulary.ts';
import { cutText } from './cut-text.ts';
import type { LearnedBpe, PreSplit } from './learned-bpe.ts';

/** Merges or bytes between two steps: 1 to 4 ms of work. */
const perStep = 16_384;
const parts = new Int32Array(shortLength);

/** Encodes with merges that were learned: of all pairs that merge, always the one that was learned first. */
export class BpeEncoder {
  readonly #preSplit: PreSplit;
  readonly #vocabulary: Vocabulary;
  readonly #pairs: PairTable;

  /** RangeError when a merge names an id that is not there before it. */
  constructor({ preSplit, pairs }: LearnedBpe) {
    this.#preSplit = preSplit;
    this.#vocabulary = bpeVocabulary(pairs);
    this.#pairs = new PairTable(this.#vocabulary);
  }

  /** Bytes of a token that is known to exist. */
  byteLength(id: number): number {
    const { offsets } = this.#vocabulary;
    return offsets[id + 1]! - offsets[id]!;
  }

  encode(text: string): Uint32Array<ArrayBuffer> {
    const steps = this.encodeInSteps(text);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** `encode` in steps of a few milliseconds each. Two are never at work on one text at a time. */
  *encodeInSteps(text: string): Generator<void, Uint32Array<ArrayBuffer>, void> {
    const { bytes, length, pieceEnd } = cutText(text, this.#preSplit);
    const ids = new Uint32Array(length);
    let count = 0;
    let next = perStep;
    for (let from = 0; from < length;) {
      const to = pieceEnd(from);
      if (to - from <= shortLength) count = this.#encodeShort(bytes, from, to, ids, count);
      else {
        const merge = new LongMerge(this.#pairs, Int32Array.from(bytes.subarray(from, to)), to - from);
        while (!merge.run(perStep)) yield;
        count = merge.write(ids, count);
      }
      from = to;
      if (from >= next) {
        next = from + perStep;
        yield;
      }
    }
    return ids.slice(0, count);
  }

  #encodeShort(bytes: Uint8Array, from: number, to: number, ids: Uint32Array, at: number): number {
    for (let i = from; i < to; i++) parts[i - from] = bytes[i]!;
    const count = mergeShort(this.#pairs, parts, to - from);
    for (let i = 0; i < count; i++) ids[at + i] = parts[i]!;
    return at + count;
  }
}
