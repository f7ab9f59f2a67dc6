import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { ExplainedPiece } from '../../core/tokens/explained-piece.ts';
import type { ReadSpecial } from '../../core/tokens/explain-pieces.ts';

export interface ExplainArgs {
  readonly encoding: EncodingId;
  readonly text: string;
  /** Special tokens as plain text, or as what they are. */
  readonly special: ReadSpecial;
}

export interface MergeExplanation {
  /** The first pieces of the text, up to `mostPieces`. */
  readonly pieces: readonly ExplainedPiece[];
  /** UTF-16 units of the text after them, 0 when they are all. */
  readonly rest: number;
}

/** What the merges worker offers. */
export interface MergesCalls {
  explain(args: ExplainArgs): MergeExplanation;
}
