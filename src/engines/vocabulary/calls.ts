import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { VocabularyCounts } from '../../core/vocabulary/count-tokens.ts';
import type { SearchAnswer } from '../../core/vocabulary/search-vocabulary.ts';
import type { VocabularyQuery } from '../../core/vocabulary/vocabulary-query.ts';
import type { OpenVocabulary } from './engine.ts';

/**
 * What the vocabulary worker offers. The encoding is in every call: a new worker knows nothing, and reads the vocabulary
 * first. Whatever reads it reports `ReadProgress`.
 */
export interface VocabularyCalls {
  open(args: { readonly encoding: EncodingId }): OpenVocabulary;
  /** Settles when the vocabulary has been read. */
  ready(args: { readonly encoding: EncodingId }): null;
  counts(args: { readonly encoding: EncodingId }): VocabularyCounts;
  search(args: { readonly encoding: EncodingId; readonly query: VocabularyQuery }): SearchAnswer;
  /** Answered at once by a worker that still hears. */
  ping(args: null): null;
}
