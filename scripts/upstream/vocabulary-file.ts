import r50k from 'js-tiktoken/ranks/r50k_base';
import { mergePairs } from '../tokens/merge-pairs.ts';
import { parseRanks } from '../tokens/parse-ranks.ts';

/** r50k_base as `to_gguf.py` reads it: bytes of the first 256 ids, the pair that merges to each later one, and the separator's text. */
export function vocabularyFile(): string {
  const { singleBytes, pairs } = mergePairs(parseRanks(r50k.bpe_ranks));
  return JSON.stringify({ singleBytes, pairs, separator: '<|endoftext|>' });
}
