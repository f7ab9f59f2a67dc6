import type { SpecialCount } from './special-places.ts';

/** Replace UTF-16 [from, to) by `insert`. Several in one call do not overlap, and all offsets are of the text before. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Counts of a text under one encoding. Cheap to keep up to date after every edit. */
export interface TextSummary {
  /** Counts up by one with every `open`, `edit` or change of the special-token mode; tells which text an answer is about. */
  readonly version: number;
  readonly tokens: number;
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** UTF-16 length. */
  readonly length: number;
  /** Special tokens that `refuse` found in the text, the first few, with UTF-16 offsets. */
  readonly refused: readonly { readonly token: string; readonly at: number }[];
  /** Special tokens whose characters stand in the text, in any mode, in the encoding's order. */
  readonly special: readonly SpecialCount[];
}
