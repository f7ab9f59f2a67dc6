import type { TokenSlice } from '../../../../core/tokens/slice.ts';

/** A stretch of text to be drawn as one: that of a token, or of several that share a character. */
export interface OwnSpan {
  /** Index in the slice of the token that the stretch takes its colour from: the first. */
  readonly token: number;
  /** All tokens with bytes here, in order. */
  readonly tokens: readonly number[];
  /** UTF-16, not empty. */
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a slice's text so that every character belongs to one stretch: that of the token which holds its first byte.
 * Tokens that lie inside a character are listed with it. `text` begins at UTF-16 `at`.
 */
export function ownSpans(slice: TokenSlice, text: string, at: number): OwnSpan[] {
  const spans: { token: number; tokens: number[]; from: number; to: number }[] = [];
  for (let token = 0; token < slice.ids.length; token++) {
    const start = slice.starts[token]!;
    const to = slice.ends[token]!;
    const last = spans.at(-1);
    if (slice.headBytes[token]! > 0 && last !== undefined && last.to > start) last.tokens.push(token);
    // What it shares with the tokens before it is theirs; its own text begins after that character.
    const from = slice.headBytes[token]! > 0 ? start + unitsAt(text, start - at) : start;
    if (from < to) spans.push({ token, tokens: [token], from, to });
  }
  return spans;
}

/** UTF-16 units of the character at an index: 2 for a surrogate pair. */
function unitsAt(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  return point > 0xffff ? 2 : 1;
}
