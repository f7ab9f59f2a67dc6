import { singleByteCount } from '../tokens/vocabulary.ts';

/** How a text is cut before merging: not at all, or into pieces by GPT-2's pattern, across which nothing merges. */
export type PreSplit = 'none' | 'gpt2';

/** Sizes of vocabulary that can be asked for; 256 single bytes are in every one. */
export const bpeSizes = { min: singleByteCount, max: 8192 } as const;

/** A vocabulary learned from a text: all that is needed to encode with it. Can be cloned to another thread. */
export interface LearnedBpe {
  readonly preSplit: PreSplit;
  /**
   * Left and right id of each merge in turn: merge m makes the id 256 + m of 2m and 2m + 1, both of them smaller.
   * Ids 0 to 255 are the bytes of those values.
   */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** How often each pair was met when it was chosen, ≥ 1; overlapping ones count, as in minbpe: 3 of `aa` in `aaaa`. */
  readonly counts: Uint32Array<ArrayBuffer>;
}

/** One merge, for showing. */
export interface LearnedMerge {
  readonly left: number;
  readonly right: number;
  /** 256 for the first. */
  readonly id: number;
  readonly count: number;
  /** What the id stands for, 2 bytes or more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}
