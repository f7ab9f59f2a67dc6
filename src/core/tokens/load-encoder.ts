import { Encoder } from './encoder.ts';
import type { EncodingId } from './encoding-ids.ts';
import type { PackedVocabulary } from './packed-vocabulary.ts';

const load: Readonly<Record<EncodingId, () => Promise<{ packedVocabulary: PackedVocabulary }>>> = {
  r50k_base: () => import('./packed/r50k_base.ts'),
  p50k_base: () => import('./packed/p50k_base.ts'),
  cl100k_base: () => import('./packed/cl100k_base.ts'),
  o200k_base: () => import('./packed/o200k_base.ts'),
};

/** Loads one encoding's vocabulary, and no other's, and builds its tables. Works in a page, a worker and Node. */
export async function loadEncoder(id: EncodingId): Promise<Encoder> {
  const { packedVocabulary } = await load[id]();
  return new Encoder(id, packedVocabulary);
}
