import type { EncodingId } from '../tokens/encoding-ids.ts';
import type { TokenId } from '../numbers/units.ts';

/** A model in memory, whatever its kind. */
export interface LanguageModel {
  readonly id: string;
  /** The kind of model, as its manifest names it. */
  readonly kind: 'trigram';
  readonly encoding: EncodingId;
  /** Tokens that the model can see at once. */
  readonly contextLength: number;
  /** Length of a logits array. */
  readonly vocabularySize: number;
  /** Stored numbers: n-gram entries or weights. */
  readonly parameters: number;
  /** Bytes that were read, the manifest included. */
  readonly bytes: number;
  /**
   * Natural-log scores of every token that could follow, a fresh array of `vocabularySize`.
   * Only the last `contextLength` ids are looked at; an empty history is the start of a document.
   * Throws a RangeError for an id outside the vocabulary.
   */
  logits(ids: ArrayLike<TokenId>): Float64Array<ArrayBuffer>;
}
