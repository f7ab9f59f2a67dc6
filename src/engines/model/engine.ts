import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { Inside } from '../../core/model/language-model.ts';
import type { TokenId } from '../../core/numbers/units.ts';

/** What a model can do. A room shows what is missing rather than faking it. */
export interface ModelCapabilities {
  /** Every token's probability is known, not only a top list. */
  readonly fullVocabulary: boolean;
  /** Largest top list, or 0. */
  readonly topLogprobs: number;
  readonly logitBias: boolean;
  readonly echo: boolean;
  readonly prefill: boolean;
  readonly seed: boolean;
  /** Attention and the logit lens can be asked for with `inspect`. */
  readonly inside: boolean;
  /** Tokens that the model can see at once. */
  readonly contextLength: number;
}

export interface ModelInfo {
  readonly id: string;
  readonly encoding: EncodingId;
  /** Length of a logits array. */
  readonly vocabularySize: number;
  readonly capabilities: ModelCapabilities;
  /** Bytes that were loaded. */
  readonly bytes: number;
  /** Stored numbers: n-gram entries or weights. */
  readonly parameters: number;
}

export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
}

export interface NextOptions {
  readonly signal?: AbortSignal;
}

export interface SurprisalOptions extends NextOptions {
  /** Tokens that have been weighed, of how many. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** One model, wherever it runs. */
export interface ModelEngine {
  readonly info: ModelInfo;
  /**
   * Natural-log scores of every token that could follow, V entries, a fresh array.
   * Only the last `contextLength` ids are looked at; an empty history is allowed.
   */
  next(ids: readonly TokenId[] | Uint32Array, options?: NextOptions): Promise<Float64Array<ArrayBuffer>>;
  /** What lies between ids and logits; for models with `capabilities.inside`, others reject with a RangeError. */
  inspect(ids: readonly TokenId[] | Uint32Array, options?: NextOptions): Promise<Inside>;
  /**
   * Surprisal of each id in bits, −log2 p(id | ids before it), the first one's as at the start of a document. Texts longer
   * than the window are read in windows that advance by half: every id has at least half a window before it.
   */
  surprisals(
    ids: readonly TokenId[] | Uint32Array,
    options?: SurprisalOptions,
  ): Promise<Float64Array<ArrayBuffer>>;
  close(): void;
}
