import { formatBits, formatProbability } from '../../core/numbers/format.ts';
import type { Bits, TokenId } from '../../core/numbers/units.ts';
import type { TextEdit } from '../../core/tokens/text-edit.ts';

/** What shades the grounds of a text by surprise; while nothing is weighed they are plain. */
export interface SurpriseGround {
  /** What a token's tip says of its bits. */
  readonly words: (bits: Bits) => string;
  readonly weighed: WeighedTokens | undefined;
}

export interface WeighedTokens {
  /** Index in the text of the first of `ids`. */
  readonly first: number;
  readonly ids: Uint32Array;
  readonly bits: Float64Array;
  /** UTF-16 offset up to which the text is still the one that was weighed. */
  readonly until: number;
}

/** Bits of a token by its index, id and end in the text; undefined when they are not known, or not any more. */
export function bitsAt(
  { weighed }: SurpriseGround,
  index: number,
  id: TokenId,
  end: number,
): Bits | undefined {
  if (weighed === undefined || end > weighed.until) return undefined;
  const at = index - weighed.first;
  return weighed.ids[at] === id ? weighed.bits[at] : undefined;
}

/** `3.42 bits, 9.34 %`, in a language's own words for bits. */
export function surpriseWords(words: (bits: string) => string): (bits: Bits) => string {
  return (bits) => `${words(formatBits(bits))}, ${formatProbability(Math.min(1, 0.5 ** bits))}`;
}

/** The same for a text that has just been edited: nothing is known from the first edit on. */
export function cutWeighed(
  ground: SurpriseGround | undefined,
  edits: readonly TextEdit[],
): SurpriseGround | undefined {
  if (ground?.weighed === undefined) return ground;
  const until = Math.min(ground.weighed.until, ...edits.map(({ from }) => from));
  return { ...ground, weighed: { ...ground.weighed, until } };
}
