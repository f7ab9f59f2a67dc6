import * as v from 'valibot';
import { encodingIds } from '../tokens/encoding-ids.ts';
import { modelFile, wholeNumber } from './model-file.ts';

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
  files: v.object({ unigrams: modelFile, bigrams: modelFile, trigrams: modelFile }),
});

export type TrigramManifest = v.InferOutput<typeof trigramManifest>;
/** Which of a model's files. */
export type TrigramPart = keyof TrigramManifest['files'];
