import type { TokenId } from '../numbers/units.ts';

/**
 * Whether a text can make a token, in the order in which it is asked (Land & Bartolo 2024, "Fishing for Magikarp",
 * `TokenizerAnalyzer.categorize_token`); `hole` is ours, for ids that stand for nothing.
 */
export const categories = [
  'ok',
  'ok-special',
  'unreachable-special',
  'undecodeable',
  'unreachable-single',
  'unreachable-multi',
  'hole',
] as const;

export type Category = (typeof categories)[number];

/** Index in `categories`, as held in `TokenSheet.categories`. */
export function categoryIndex(category: Category): number {
  return categories.indexOf(category);
}

/** What is asked about one id. */
export interface Candidate {
  readonly id: TokenId;
  /** Of its bytes as UTF-8, errors as U+FFFD; a byte-order mark is kept. Not empty. */
  readonly text: string;
  /** Ids that `text` encodes to. */
  readonly ids: ArrayLike<TokenId>;
  readonly special: boolean;
}

/**
 * The category of an id that has bytes. Whether the id comes back is asked first: the character U+FFFD is itself in
 * the vocabularies, and a token of it is no part of a character.
 */
export function categoryOf({ id, text, ids, special }: Candidate): Category {
  if (ids.length === 1 && ids[0] === id) return special ? 'ok-special' : 'ok';
  if (/^[[<].+[\]>]$/su.test(text) && /\p{L}/u.test(text)) return 'unreachable-special';
  if (text.includes('\uFFFD')) return 'undecodeable';
  return ids.length === 1 ? 'unreachable-single' : 'unreachable-multi';
}
