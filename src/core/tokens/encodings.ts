import type { TokenId } from '../numbers/units.ts';
import type { EncodingId } from './encoding-ids.ts';
import type { Scan } from './scan-basics.ts';
import { scanCl100k } from './scan-cl100k.ts';
import { scanGpt2 } from './scan-gpt2.ts';
import { scanO200k } from './scan-o200k.ts';

/** What an encoding is, apart from its vocabulary. */
export interface EncodingFacts {
  /** tiktoken's `n_vocab`: one more than the highest id, special ones and holes included; the length of a logits array. */
  readonly size: number;
  readonly special: ReadonlyMap<string, TokenId>;
  readonly scan: Scan;
}

const endOfText = '<|endoftext|>';
const endOfPrompt = '<|endofprompt|>';

/** Sizes and special tokens from tiktoken's `openai_public.py`. */
export const encodings: Readonly<Record<EncodingId, EncodingFacts>> = {
  r50k_base: { size: 50257, special: new Map([[endOfText, 50256]]), scan: scanGpt2 },
  p50k_base: { size: 50281, special: new Map([[endOfText, 50256]]), scan: scanGpt2 },
  cl100k_base: {
    size: 100277,
    special: new Map([
      [endOfText, 100257],
      ['<|fim_prefix|>', 100258],
      ['<|fim_middle|>', 100259],
      ['<|fim_suffix|>', 100260],
      [endOfPrompt, 100276],
    ]),
    scan: scanCl100k,
  },
  o200k_base: {
    size: 200019,
    special: new Map([
      [endOfText, 199999],
      [endOfPrompt, 200018],
    ]),
    scan: scanO200k,
  },
};
