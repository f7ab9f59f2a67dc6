import type { Fault } from '../../../../../shared/fault.ts';

/** A `tokenizer.json` of the reader's. One that was opened before stays while another is read, and when that fails. */
export interface FileState {
  readonly opened:
    | { readonly name: string; readonly model: 'BPE' | 'WordPiece' | 'Unigram'; readonly size: number }
    | undefined;
  /** The name of the file that is being read. */
  readonly opening: string | undefined;
  /** Why the last one was not opened. */
  readonly failed: Fault | undefined;
}

/** Bytes of a file that are read: the largest that are known have a third of it. */
export const largestFile = 100_000_000;
