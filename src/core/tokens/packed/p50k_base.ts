// Made by scripts/pack-vocabularies.ts from js-tiktoken's ranks. Do not edit.
// prettier-ignore
import type { PackedVocabulary } from '../packed-vocabulary.ts';
// prettier-ignore
import { packedVocabulary as r50k } from './r50k_base.ts';

// prettier-ignore
export const packedVocabulary: PackedVocabulary = {
  singleBytes: r50k.singleBytes,
  parts: [...r50k.parts, { first: 50257, planes: 'AMMMMMMMMMMMMMMMMMMMMMMMAAMMMMMMMMMMMMMMMMMMMMMMDRRRRRRRRRRRRRRRRRRRRRRRDDRRRRRRRRRRRRRRRRRRRRRRcRRRTTTTTTXXXXXXXXXXXXffccRSRSTUVWTUVWXYZabcdeXY' }],
};
