import type { TokenSlice } from './slice.ts';

/** For each token of a slice, the characters as a reader sees them (extended grapheme clusters) that it is a part of. */
export interface GraphemeSpans {
  /** UTF-16 offset at which the token's first grapheme begins: at or before the token's own start. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** UTF-16 offset after its last grapheme: at or after the token's own end. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Graphemes of the tokens of `slice`, so that 👩‍🚀 and नमस्ते can be shown whole. `text` is UTF-16
 * [offset, offset + text.length) of the text that the slice is about, and must hold the tokens' spans; graphemes are looked
 * for in it alone, so it had better begin and end at a line. RangeError when a token lies outside it.
 */
export function graphemeSpans(text: string, slice: TokenSlice, offset = 0): GraphemeSpans {
  const count = slice.ids.length;
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  if (count === 0) return { starts, ends };
  if (slice.starts[0]! < offset || slice.ends[count - 1]! > offset + text.length) {
    throw new RangeError(
      `Tokens of UTF-16 [${slice.starts[0]!}, ${slice.ends[count - 1]!}) are not all in [${offset}, ${offset + text.length}).`,
    );
  }
  const borders = [...segmenter.segment(text)].map(({ index }) => offset + index);
  borders.push(offset + text.length);
  // Both ends of tokens only go forward, so each border is passed once.
  let before = 0;
  let after = 0;
  for (let i = 0; i < count; i++) {
    while (before + 1 < borders.length && borders[before + 1]! <= slice.starts[i]!) before += 1;
    while (borders[after]! < slice.ends[i]!) after += 1;
    starts[i] = borders[before]!;
    ends[i] = borders[after]!;
  }
  return { starts, ends };
}
