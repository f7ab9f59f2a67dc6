import { singleByteCount } from '../tokens/vocabulary.ts';
import { bpeVocabulary } from './bpe-vocabulary.ts';
import type { LearnedBpe, LearnedMerge } from './learned-bpe.ts';

/** The merges in the order in which they were learned, with their bytes. */
export function learnedMerges(learned: LearnedBpe): LearnedMerge[] {
  const { bytes, offsets } = bpeVocabulary(learned.pairs);
  return Array.from(learned.counts, (count, m) => {
    const id = singleByteCount + m;
    return {
      left: learned.pairs[2 * m]!,
      right: learned.pairs[2 * m + 1]!,
      id,
      count,
      bytes: bytes.slice(offsets[id], offsets[id + 1]),
    };
  });
}
