import * as z from 'zod/mini';
import { encodingIds } from '../tokens/encoding-ids.ts';

const wholeNumber = z.int().check(z.nonnegative());

/** One file beside the manifest. */
const file = z.object({
  name: z.string().check(z.regex(/^[\w.-]+$/)),
  /** Length in bytes. */
  bytes: wholeNumber,
  /** CRC-32, checked on loading. */
  crc32: wholeNumber,
  /** In hexadecimal, for people and scripts. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const discount = z.number().check(z.gt(0));
const discounts = z.tuple([discount.check(z.lt(1)), discount.check(z.lt(2)), discount.check(z.lt(3))]);

/** What `manifest.json` of a trigram model says, as far as loading it needs. */
export const trigramManifest = z.object({
  kind: z.literal('trigram'),
  format: z.literal(1),
  id: z.string().check(z.minLength(1)),
  encoding: z.enum(encodingIds),
  contextLength: z.literal(2),
  vocabularySize: z.int().check(z.gte(1), z.lte(65_535)),
  /** The id that ends a document and stands before its first token. */
  separator: wholeNumber,
  /** Stored n-grams of orders 1, 2, 3. */
  ngrams: z.tuple([wholeNumber, wholeNumber, wholeNumber]),
  /** Of orders 1, 2, 3, each for counts of 1, 2, and 3 or more. */
  discounts: z.tuple([discounts, discounts, discounts]),
  files: z.object({ unigrams: file, bigrams: file, trigrams: file }),
});

export type TrigramManifest = z.infer<typeof trigramManifest>;
/** Which of a model's files. */
export type TrigramPart = keyof TrigramManifest['files'];
