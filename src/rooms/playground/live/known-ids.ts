import type { TokenId } from '../../../core/numbers/units.ts';
import type { PartialDistribution } from '../../../core/partial/partial-distribution.ts';
import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';

const indices = new WeakMap<VocabularyBytes, ReadonlyMap<string, TokenId>>();

/**
 * The same list with the ids that a provider did not tell, found by their bytes in the encoding that a probe found. A token
 * whose bytes are in no entry, or not known, stays without.
 */
export function withKnownIds(partial: PartialDistribution, vocabulary: VocabularyBytes): PartialDistribution {
  if (partial.known.every(({ id }) => id !== undefined)) return partial;
  const index = indexOf(vocabulary);
  const known = partial.known.map((token) =>
    token.id !== undefined || token.bytes === undefined
      ? token
      : { ...token, id: index.get(keyOf(token.bytes)) },
  );
  return { ...partial, known };
}

function indexOf(vocabulary: VocabularyBytes): ReadonlyMap<string, TokenId> {
  const there = indices.get(vocabulary);
  if (there !== undefined) return there;
  const { size, bytes, offsets } = vocabulary;
  const made = new Map<string, TokenId>();
  for (let id = 0; id < size; id++) {
    const [from, to] = [offsets[id]!, offsets[id + 1]!];
    if (from < to) made.set(keyOf(bytes.subarray(from, to)), id);
  }
  indices.set(vocabulary, made);
  return made;
}

/** A character for each byte. */
function keyOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
