import type { EncodingId } from '../../src/core/tokens/encoding-ids.ts';

/** One token in every encoding. */
export const plainText = 'a';

/** Is asked for the likeliest tokens after it. */
export const listText = 'Once upon a time there was a';

/** Is followed by almost anything. */
export const openText = 'Some random words:';

export interface TellingText {
  readonly text: string;
  /** How many tokens each encoding makes of it. */
  readonly counts: Readonly<Record<EncodingId, number>>;
}

/**
 * Texts of which encodings make different numbers of tokens: runs of spaces and of digits, and scripts in which those that share
 * many ids, such as cl100k_base and Llama 3's, part. They begin and end with letters, which no template joins with its own.
 */
export const tellingTexts: readonly TellingText[] = [
  {
    text: 'def f(x):\n        return x + 1234567890 * x',
    counts: { r50k_base: 22, p50k_base: 16, cl100k_base: 15, o200k_base: 15 },
  },
  {
    text: 'नमस्ते दुनिया and 안녕하세요 세계',
    counts: { r50k_base: 44, p50k_base: 44, cl100k_base: 22, o200k_base: 9 },
  },
  {
    text: 'xin chào thế giới, Straßenbahnhaltestelle',
    counts: { r50k_base: 25, p50k_base: 25, cl100k_base: 16, o200k_base: 12 },
  },
  {
    text: 'こんにちは、世界。今日はいい天気です',
    counts: { r50k_base: 24, p50k_base: 24, cl100k_base: 14, o200k_base: 9 },
  },
];
