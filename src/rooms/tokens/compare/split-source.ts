/** Pieces of a text in order, as UTF-16 spans: those that touch some range of it. */
export interface Split {
  /** Which piece of the whole text the first one here is, from 0. */
  readonly first: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where pieces have ids. */
  readonly ids?: Uint32Array | undefined;
}

/** Where the pieces of a text are asked for. A new object means another text, or another way to cut it. */
export interface SplitSource {
  readonly text: string;
  /** Pieces of the whole text. */
  readonly count: number;
  /** The pieces that touch UTF-16 [from, to). A fault is told of where the source comes from. */
  slice(from: number, to: number): Promise<Split>;
}
