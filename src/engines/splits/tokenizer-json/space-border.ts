import type { Tokenizer } from '@huggingface/tokenizers';
import { cutsAtSpaces, type TokenizerJson } from './read-tokenizer-json.ts';

/**
 * Where pieces are cut at the sign for a space, beyond what the library does; undefined for nowhere.
 *
 * Metaspace begins a piece with each of them in Hugging Face's own tokenizers, while the library leaves that out. And a BPE without
 * any pieces, as Llama's, takes the library a minute for 1 MB; where no token goes on after a word with a space, nothing
 * merges there, so that cutting changes no id.
 */
export function spaceBorder(
  { kind, pre_tokenizer: steps }: TokenizerJson,
  { model }: InstanceType<typeof Tokenizer>,
): RegExp | undefined {
  if (steps !== null) return cutsAtSpaces(steps) ? /(?=▁)/ : undefined;
  if (kind !== 'BPE' || model === null) return undefined;
  for (const token of model.tokens_to_ids.keys()) if (/[^▁]▁/.test(token)) return undefined;
  return /(?<=[^▁])(?=▁)/;
}
