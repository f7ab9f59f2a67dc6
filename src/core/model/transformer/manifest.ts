import * as v from 'valibot';
import { encodingIds } from '../../tokens/encoding-ids.ts';
import { modelFile, wholeNumber } from '../model-file.ts';

const positive = v.pipe(wholeNumber, v.minValue(1), v.maxValue(1_000_000));

/** What `manifest.json` of a transformer says, as far as loading it needs. */
export const transformerManifest = v.object({
  kind: v.literal('transformer'),
  format: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1)),
  encoding: v.picklist(encodingIds),
  /** Positions: tokens that the model can see at once. */
  contextLength: positive,
  /** Rows of the embedding table. */
  vocabularySize: positive,
  /** The id that stands for an empty history: it came before each document in training. */
  separator: wholeNumber,
  layers: positive,
  heads: positive,
  /** d: numbers that stand for one token between two layers; a multiple of `heads`. */
  width: positive,
  /** How matrices are stored; vectors are always float32. */
  precision: v.picklist(['int8', 'float32']),
  files: v.object({ weights: modelFile }),
});

export type TransformerManifest = v.InferOutput<typeof transformerManifest>;
