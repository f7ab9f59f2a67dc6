import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';

/** Anything slow takes one; aborting it settles the call with an `aborted` fault. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Counts of a text under one encoding. Cheap to keep up to date after every edit. */
export interface TextSummary {
  /** Counts up by one with every `open` or `edit`; tells which text an answer is about. */
  readonly version: number;
  readonly tokens: number;
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** UTF-16 length. */
  readonly length: number;
  /** Special tokens that `refuse` found in the text, first few, with UTF-16 offsets. */
  readonly refused: readonly { readonly token: string; readonly at: number }[];
}

/** Replace UTF-16 [from, to) by `insert`. Several in one call are applied last to first (offsets are of the text before). */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface TokenForm {
  readonly text: string;
  readonly ids: readonly TokenId[];
}

/** One text, held by the worker under one encoding and re-encoded only where an edit reaches. */
export interface TokenizerDocument {
  readonly encoding: EncodingId;
  open(text: string, options?: CallOptions): Promise<TextSummary>;
  edit(edits: readonly TextEdit[], options?: CallOptions): Promise<TextSummary>;
  setSpecial(mode: SpecialMode, options?: CallOptions): Promise<TextSummary>;
  /** The tokens that touch UTF-16 [from, to). */
  slice(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  /** The last n tokens (fewer when the text has fewer). */
  last(n: number, options?: CallOptions): Promise<TokenSlice>;
  /** Tokens [from, to) by index. */
  byIndex(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  close(): void;
}

export interface VocabularyInfo {
  readonly encoding: EncodingId;
  /** Number of ids, special ones and holes included: the length of a logits array. */
  readonly size: number;
  readonly special: readonly { readonly token: string; readonly id: TokenId }[];
}

/** Bytes of every id, held on the page side so that a label is a lookup. Ids without a token have no bytes. */
export interface VocabularyBytes extends VocabularyInfo {
  /** All tokens' bytes, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** size + 1 entries: token id's bytes are bytes[offsets[id] … offsets[id + 1]). */
  readonly offsets: Uint32Array<ArrayBuffer>;
}

/** A worker with one encoding's vocabulary. */
export interface TokenizerEngine {
  readonly encoding: EncodingId;
  vocabulary(options?: CallOptions): Promise<VocabularyBytes>;
  encode(text: string, special: SpecialMode, options?: CallOptions): Promise<Uint32Array<ArrayBuffer>>;
  document(special: SpecialMode): TokenizerDocument;
  close(): void;
}
