import type { TrainOptions } from '../../core/bpe/bpe-trainer.ts';
import type { LearnedBpe } from '../../core/bpe/learned-bpe.ts';
import type { PlainSplitKind } from '../../core/tokens/plain-splits.ts';
import type { CallOptions } from '../tokenizer/contract.ts';

/** Merges learned of those wanted. */
export interface TrainProgress {
  readonly done: number;
  readonly total: number;
}

export interface TrainCallOptions extends CallOptions {
  readonly onProgress?: (progress: TrainProgress) => void;
}

/** A `tokenizer.json` that could be read. */
export interface OpenedTokenizer {
  readonly kind: 'tokenizer-json';
  /** Tells this file from others with the same name. */
  readonly key: string;
  readonly name: string;
  /** Read again by a worker that does not have it. */
  readonly file: Blob;
  readonly model: 'BPE' | 'WordPiece' | 'Unigram';
  /** Tokens in its vocabulary, the added ones included. */
  readonly size: number;
}

/** How to cut a text: without a vocabulary, with merges that were learned here, or with somebody's tokenizer. */
export type SplitBy =
  PlainSplitKind | { readonly kind: 'own-bpe'; readonly learned: LearnedBpe } | OpenedTokenizer;

/** A text cut in one way: pieces in order, as UTF-16 spans. */
export interface TextSplit {
  /** `characters`, `graphemes`, `bytes`, `words`, `own-bpe`, or the name of a file. */
  readonly name: string;
  /** Number of pieces. */
  readonly count: number;
  /** Different pieces, or different ids: the vocabulary that this text needs. */
  readonly distinct: number;
  /**
   * UTF-16 offset of each piece's first character, ascending. A piece that is a part of a character has the whole of it as its span;
   * one of a tokenizer.json's that was put in, or cannot be found again in the text, is empty.
   */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Only where pieces have ids. */
  readonly ids?: Uint32Array<ArrayBuffer>;
  /** Of a tokenizer.json: how it writes each id that occurs, such as `Ġthe`. */
  readonly tokens?: ReadonlyMap<number, string>;
}

/** How many pieces a text has, cut in one way. */
export interface SplitCounts {
  readonly count: number;
  readonly distinct: number;
}

/** The pieces that touch a range of a text. Spans as in `TextSplit`. */
export interface SplitSlice {
  /** Which piece of the whole text the first one here is, from 0. */
  readonly first: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly ids?: Uint32Array<ArrayBuffer>;
}

/** One text cut in one way, held by the worker: megabytes of pieces stay there, and what is on a screen is asked for. */
export interface SplitDocument {
  /** Cuts the text. */
  open(options?: CallOptions): Promise<SplitCounts>;
  /** The pieces that touch UTF-16 [from, to). Opens the text first where that has not been done. */
  slice(from: number, to: number, options?: CallOptions): Promise<SplitSlice>;
  close(): void;
}

/** A worker that cuts texts in ways that are not OpenAI's encodings, and learns one. It starts with the first call. */
export interface SplitsEngine {
  /** `out-of-range` for a size that is not a whole number from 256 to 8,192. */
  train(args: TrainOptions & { readonly text: string }, options?: TrainCallOptions): Promise<LearnedBpe>;
  /**
   * A file of Hugging Face's. `broken-file` (detail: file, part) when it is none, `unknown-name` (detail: file, part, name,
   * accepted) for a part of it that is not supported.
   */
  open(file: Blob, name: string, options?: CallOptions): Promise<OpenedTokenizer>;
  split(args: { readonly text: string; readonly by: SplitBy }, options?: CallOptions): Promise<TextSplit>;
  document(text: string, by: SplitBy): SplitDocument;
  close(): void;
}
