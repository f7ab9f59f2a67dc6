import type { TokenSlice } from '../../core/tokens/slice.ts';

/** A stretch of text to draw as one: whole characters of one token, or one character that several tokens share. */
export interface TokenPiece {
  /** UTF-16, from < to. */
  readonly from: number;
  readonly to: number;
  /** Places in the slice: one, or all the tokens that hold a byte of the one character here. */
  readonly tokens: readonly number[];
}

/**
 * Cuts a slice into pieces that do not overlap. Tokens with no text of their own (bytes that make no character)
 * have none.
 */
export function tokenPieces({ ids, starts, ends, headBytes, tailBytes }: TokenSlice): TokenPiece[] {
  const pieces: TokenPiece[] = [];
  let shared: { from: number; to: number; tokens: number[] } | undefined;
  for (let i = 0; i < ids.length; i++) {
    let from = starts[i]!;
    let to = ends[i]!;
    if (from === to) continue;
    // subtle: a token that begins inside a character, at the very start of a slice, is alone with it.
    if (headBytes[i]! > 0) {
      const end = shared?.to ?? to;
      if (shared === undefined) {
        shared = { from, to: end, tokens: [i] };
        pieces.push(shared);
      } else shared.tokens.push(i);
      from = end;
    }
    if (from >= to) continue;
    shared = undefined;
    if (tailBytes[i]! > 0) {
      // The next token begins in the same character, so its start is where that character starts.
      const lastStart = Math.max(from, starts[i + 1] ?? from);
      if (lastStart > from) pieces.push({ from, to: lastStart, tokens: [i] });
      shared = { from: lastStart, to, tokens: [i] };
      pieces.push(shared);
      to = lastStart;
    } else pieces.push({ from, to, tokens: [i] });
  }
  return pieces;
}

/** Place in the slice of the token that holds the character before `at`, or the first token at the start of the text. */
export function tokenBefore({ ids, starts, ends }: TokenSlice, at: number): number | undefined {
  for (let i = ids.length - 1; i >= 0; i--) {
    if (starts[i]! < at && at <= ends[i]!) return i;
    if (ends[i]! < at) return undefined;
  }
  return at === 0 && starts[0] === 0 ? 0 : undefined;
}
