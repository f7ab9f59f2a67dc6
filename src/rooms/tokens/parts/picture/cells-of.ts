/** Wide and full-width characters by Unicode's UAX #11; emoji are told by properties of their own. */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]$/u;

/** Shown as a picture: by itself, by the sign U+FE0F after it, or as a key such as 1️⃣. */
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f?\u20e3/u;

/** Marks on the character before, signs that are not drawn, and the vowels and ends of Hangul syllables in parts. */
const without = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7fb]$/u;

/** Scripts and signs that every monospaced font has, one cell each, and accents on them. */
const plain = /^[\u0020-\u036f\u0370-\u052f\u2010-\u205e\u20a0-\u20c0\u2190-\u22ff\u2500-\u259f]+$/u;

export interface GraphemeCells {
  /** Columns of the grid, ≥ 1. */
  readonly cells: number;
  /** `script`: letters of a width of their own, which are fitted into their cells. */
  readonly kind: 'letters' | 'script' | 'wide';
}

/**
 * Room for a grapheme on a grid of equal columns: an emoji or a full-width character takes two, marks take none, any
 * other character one. So a Devanagari syllable takes as many as it has letters and vowel signs beside them.
 */
export function cellsOf(grapheme: string): GraphemeCells {
  if (emoji.test(grapheme)) return { cells: 2, kind: 'wide' };
  let cells = 0;
  let isWide = false;
  for (const character of grapheme) {
    if (wide.test(character)) {
      cells += 2;
      isWide = true;
    } else if (!without.test(character)) cells += 1;
  }
  if (isWide) return { cells, kind: 'wide' };
  return { cells: Math.max(1, cells), kind: plain.test(grapheme) ? 'letters' : 'script' };
}
