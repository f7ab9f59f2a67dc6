/**
 * What the encodings' patterns ask of a character, one bit per class; every code point has exactly one.
 * A value of 0 is no character at all: the end of the text.
 */
export const characterClass = {
  /** Lu and Lt. */
  upper: 1,
  /** Ll. */
  lower: 2,
  /** Lm and Lo: letters that count as both cases. */
  otherLetter: 4,
  /** Mn, Mc and Me. */
  mark: 8,
  /** Nd, Nl and No. */
  number: 16,
  /** White space (U+0085 and U+00A0 are, U+FEFF is not) but for the two newlines. */
  space: 32,
  /** CR and LF. */
  newline: 64,
  /** Everything else: punctuation, symbols, controls, unassigned code points. */
  other: 128,
} as const;
