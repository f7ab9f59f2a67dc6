import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { VocabularyCounts } from '../../core/vocabulary/count-tokens.ts';
import type { SearchAnswer } from '../../core/vocabulary/search-vocabulary.ts';
import type { TokenSheet } from '../../core/vocabulary/token-sheet.ts';
import type { VocabularyQuery } from '../../core/vocabulary/vocabulary-query.ts';

/** Ids that have been looked at, of how many. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

/** All that a row of the vocabulary is made from, so that it is a lookup. */
export interface OpenVocabulary {
  readonly vocabulary: VocabularyBytes;
  readonly sheet: TokenSheet;
}

export interface VocabularyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** A worker with the vocabularies that were asked for. It starts with the first call. */
export interface VocabularyEngine {
  open(encoding: EncodingId, options?: VocabularyOptions): Promise<OpenVocabulary>;
  counts(encoding: EncodingId, options?: VocabularyOptions): Promise<VocabularyCounts>;
  /**
   * Ids that a query finds, in its order, or why nothing was looked for. A pattern that takes more than two seconds is
   * `too-slow`, also one that would never end. Given up by its signal, it ends with `aborted`.
   */
  search(encoding: EncodingId, query: VocabularyQuery, options?: VocabularyOptions): Promise<SearchAnswer>;
  close(): void;
}
