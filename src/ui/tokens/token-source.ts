import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** Where tokens are asked for. A new object means that the text was read anew. */
export interface TokenSource {
  readonly vocabulary: VocabularyBytes;
  /** The tokens that touch UTF-16 [from, to). */
  slice(from: number, to: number, options?: { readonly signal?: AbortSignal }): Promise<TokenSlice>;
  /** The same, if it can be had at once; undefined if not. */
  sliceNow?(from: number, to: number): TokenSlice | undefined;
}
