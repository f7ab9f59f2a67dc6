import * as v from 'valibot';
import { encodingIds } from '../tokens/encoding-ids.ts';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One file beside the manifest. */
const file = v.object({
  name: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  /** Length in bytes. */
  bytes: wholeNumber,
  /** CRC-32, checked on loading. */
  crc32: wholeNumber,
  /** In hexadecimal, for people and scripts. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const discountBelow = (limit: number) => v.pipe(v.number(), v.gtValue(0), v.ltValue(limit));
const discounts = v.strictTuple([discountBelow(1), discountBelow(2), discountBelow(3)]);

/** What `manifest.json` of a trigram model says, as far as loading it needs. */
export const trigramManifest = v.object({
  kind: v.literal('trigram'),
  format: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1)),
  encoding: v.picklist(encodingIds),
  contextLength: v.literal(2),
  vocabularySize: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)),
  /** The id that ends a document and stands before its first token. */
  separator: wholeNumber,
  /** Stored n-grams of orders 1, 2, 3. */
  ngrams: v.strictTuple([wholeNumber, wholeNumber, wholeNumber]),
  /** Of orders 1, 2, 3, each for counts of 1, 2, and 3 or more. */
  discounts: v.strictTuple([discounts, discounts, discounts]),
  files: v.object({ unigrams: file, bigrams: file, trigrams: file }),
});

export type TrigramManifest = v.InferOutput<typeof trigramManifest>;
/** Which of a model's files. */
export type TrigramPart = keyof TrigramManifest['files'];
