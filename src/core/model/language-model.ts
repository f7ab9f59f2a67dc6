import type { EncodingId } from '../tokens/encoding-ids.ts';
import type { TokenId } from '../numbers/units.ts';

/** What a transformer computed on its way to one prediction, at the last of T positions. */
export interface Inside {
  readonly layers: number;
  readonly heads: number;
  /** The T ids that the model was shown, oldest first. An empty history stands as the separator. */
  readonly window: Uint32Array<ArrayBuffer>;
  /** layers × heads × T: how much the last position took from each position, layer by layer, head by head; a row sums to 1. */
  readonly attention: Float32Array<ArrayBuffer>;
  /** (layers + 1) × d: the stream at the last position before the first layer, after the first, …, after the last. */
  readonly streams: Float32Array<ArrayBuffer>;
  /**
   * (layers + 1) × V probabilities, from the streams: what the model would say if it ended before its first layer, after its first, …, after
   * its last (which is what it does say). nostalgebraist 2020, "Interpreting GPT: the logit lens".
   */
  readonly lens: Float32Array<ArrayBuffer>;
}

/** A model in memory, whatever its kind. */
export interface LanguageModel {
  readonly id: string;
  /** The kind of model, as its manifest names it. */
  readonly kind: 'trigram' | 'transformer';
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
  /**
   * Reads at most `positions` more of the ids that `logits` would look at, so that a long history can be read in steps
   * between which other work is done; true when `logits` has nothing left to read. A model without such work has no such
   * method.
   */
  advance?(ids: ArrayLike<TokenId>, positions: number): boolean;
  /** What lies between ids and logits, for a model that has layers. */
  inspect?(ids: ArrayLike<TokenId>): Inside;
}
