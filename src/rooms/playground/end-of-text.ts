import type { TokenId } from '../../core/numbers/units.ts';
import type { EncodingId } from '../../core/tokens/encoding-ids.ts';

/** The id that ends a text in each of the encodings that ship with the page. */
export const endOfText: Readonly<Record<EncodingId, TokenId>> = {
  r50k_base: 50256,
  p50k_base: 50256,
  cl100k_base: 100257,
  o200k_base: 199999,
};
