import type { TokenId } from '../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** The words of a special token, e.g. `<|endoftext|>`; undefined when the id is an ordinary one. */
export function specialTokenOf(vocabulary: VocabularyBytes | undefined, id: TokenId): string | undefined {
  return vocabulary?.special.find((special) => special.id === id)?.token;
}
