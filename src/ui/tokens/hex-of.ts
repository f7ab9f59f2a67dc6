import type { TokenId } from '../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** A token's bytes such as `20 74 68 65`. */
export function hexOf(id: TokenId, { bytes, offsets }: VocabularyBytes): string {
  return Array.from(bytes.subarray(offsets[id], offsets[id + 1]), (byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  ).join(' ');
}
