import type { TokenId } from '../numbers/units.ts';
import type { MergeStep } from './merge-steps.ts';

/** Where a piece lies in its text. */
interface PieceSpan {
  /** UTF-16 units [from, to). */
  readonly from: number;
  readonly to: number;
  /** UTF-8 bytes [fromByte, toByte). */
  readonly fromByte: number;
  readonly toByte: number;
}

/** A piece, and every merge that makes tokens of it. */
export interface MergedPiece extends PieceSpan {
  readonly kind: 'merged';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Ids of the single bytes, which merging begins with. */
  readonly singles: readonly TokenId[];
  readonly steps: readonly MergeStep[];
  /** What the encoder makes of the piece. */
  readonly ids: readonly TokenId[];
  /**
   * Whether the merges lead to `ids`. Where the piece as a whole is an entry of the vocabulary the encoder takes that
   * entry without merging; then alone it could differ. In the four encodings here it never does.
   */
  readonly reached: boolean;
}

/** A special token, which is neither cut nor merged. */
export interface SpecialPiece extends PieceSpan {
  readonly kind: 'special';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly id: TokenId;
}

/** A piece of more bytes than are explained. */
export interface LongPiece extends PieceSpan {
  readonly kind: 'too-long';
  /** The characters that it begins with, up to 32 bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Most bytes of a piece that is explained. */
  readonly limit: number;
}

export type ExplainedPiece = MergedPiece | SpecialPiece | LongPiece;
