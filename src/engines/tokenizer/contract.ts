import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { OpenProgress } from '../../core/tokens/open-progress.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextEdit, TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** Anything slow takes one; aborting it settles the call with an `aborted` fault. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface OpenOptions extends CallOptions {
  /** Told of a long text some four times a megabyte. */
  readonly onProgress?: (progress: OpenProgress) => void;
}

/** One text, held by the worker under one encoding and re-encoded only where an edit reaches. */
export interface TokenizerDocument {
  readonly encoding: EncodingId;
  open(text: string, options?: OpenOptions): Promise<TextSummary>;
  edit(edits: readonly TextEdit[], options?: CallOptions): Promise<TextSummary>;
  setSpecial(mode: SpecialMode, options?: CallOptions): Promise<TextSummary>;
  /** The tokens that touch UTF-16 [from, to). */
  slice(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  /** `slice`, if the answer comes within the few milliseconds that a key press can wait; undefined if not. */
  sliceNow(from: number, to: number): TokenSlice | undefined;
  /** The last n tokens (fewer when the text has fewer). */
  last(n: number, options?: CallOptions): Promise<TokenSlice>;
  /** Tokens [from, to) by index. */
  byIndex(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  close(): void;
}

/** A worker with one encoding's vocabulary. */
export interface TokenizerEngine {
  readonly encoding: EncodingId;
  vocabulary(options?: CallOptions): Promise<VocabularyBytes>;
  encode(text: string, special: SpecialMode, options?: CallOptions): Promise<Uint32Array<ArrayBuffer>>;
  document(special: SpecialMode): TokenizerDocument;
  close(): void;
}
