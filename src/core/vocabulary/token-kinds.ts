/**
 * What a token looks like, for filtering. A token can be of several kinds; what each asks is in `kindBits`.
 * An encoding has each id in at least one of: its looks, `partial`, `special`, `hole`, or none of them (a word with a
 * digit in it, say).
 */
export const tokenKinds = [
  'word',
  'leading-space',
  'digits',
  'punctuation',
  'white-space',
  'single-byte',
  'partial',
  'unreachable',
  'special',
  'hole',
  'duplicate',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** Bit of a kind in `TokenSheet.kinds`. */
export function kindBit(kind: TokenKind): number {
  return 1 << tokenKinds.indexOf(kind);
}

/** The kinds of a set of bits, in the order of `tokenKinds`. */
export function kindsOf(bits: number): readonly TokenKind[] {
  return tokenKinds.filter((_, index) => (bits & (1 << index)) !== 0);
}

const looks = [
  // Letters alone, with the marks and joiners that belong to them, after one space or none. A word, or a part of one.
  [kindBit('word'), /^ ?\p{L}[\p{L}\p{M}\u200C\u200D]*$/u],
  // One space, then something that is no white space.
  [kindBit('leading-space'), /^ \S/u],
  // Digits and other numbers of any script (٣, Ⅷ, ½), after one space or none.
  [kindBit('digits'), /^ ?\p{N}+$/u],
  // Punctuation marks and symbols, after one space or none.
  [kindBit('punctuation'), /^ ?[\p{P}\p{S}]+$/u],
  [kindBit('white-space'), /^\s+$/u],
] as const;

/** The kinds that a text alone tells: a byte that is part of no character makes it neither word, digits nor punctuation. */
export function looksOf(text: string): number {
  let bits = 0;
  for (const [bit, pattern] of looks) if (pattern.test(text)) bits |= bit;
  return bits;
}

/**
 * What tokens that look alike have in common: the text after NFKC, without white space around it, in small letters.
 * ` The`, `THE`, `ｔｈｅ` and `the` are alike; `''` for white space, which looks like nothing.
 */
export function lookAlike(text: string): string {
  // Most of most vocabularies, and NFKC has nothing to say about it.
  if (!/[^\0-\x7F]/.test(text)) return text.trim().toLowerCase();
  // subtle: small letters may not be in NFKC (İ), so it is applied again.
  return text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}
