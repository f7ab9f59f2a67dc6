import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextEdit, TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** The worker does not hold the text that was meant: it is new, or an `open` was given up. The page opens it again. */
export type Behind = null;

/** Which tokens: those that touch UTF-16 [from, to), the last n, or [from, to) by index. */
export type TokenQuestion =
  | { readonly by: 'place'; readonly from: number; readonly to: number }
  | { readonly by: 'index'; readonly from: number; readonly to: number }
  | { readonly by: 'end'; readonly n: number };

/**
 * What the tokenizer worker offers. A document is a number that the page chose; its versions are counted by the page,
 * so that a worker which was started anew can tell that it knows nothing.
 */
export interface TokenizerCalls {
  vocabulary(args: { readonly encoding: EncodingId }): VocabularyBytes;
  encode(args: {
    readonly encoding: EncodingId;
    readonly text: string;
    readonly special: SpecialMode;
  }): Uint32Array<ArrayBuffer>;
  /** Reports `OpenProgress`. */
  open(args: {
    readonly encoding: EncodingId;
    readonly document: number;
    readonly version: number;
    readonly text: string;
    readonly special: SpecialMode;
  }): TextSummary;
  change(args: {
    readonly document: number;
    /** The version that the edits are meant for. */
    readonly after: number;
    readonly version: number;
    readonly edits: readonly TextEdit[];
    readonly special: SpecialMode;
  }): TextSummary | Behind;
  ask(args: {
    readonly document: number;
    readonly version: number;
    readonly question: TokenQuestion;
  }): TokenSlice | Behind;
  forget(args: { readonly document: number }): void;
}
