import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { ModelInfo } from '../../engines/model/engine.ts';

/** The models that the page can run, the encoding that each reads, and what it stores. The first is the usual one. */
export const models = [
  { id: 'tiny', encoding: 'r50k_base', stores: 'weights' },
  { id: 'trigram', encoding: 'r50k_base', stores: 'n-grams' },
] as const satisfies readonly {
  readonly id: string;
  readonly encoding: EncodingId;
  readonly stores: 'weights' | 'n-grams';
}[];

export type ModelId = (typeof models)[number]['id'];

export const modelIds = models.map(({ id }) => id);

/** Small enough to be there in a moment: it answers while another one loads. */
export const standIn: ModelId = 'trigram';

/** What a model says of itself, under the name that the page knows it by. */
export interface Maker extends ModelInfo {
  readonly id: ModelId;
}

export function storesOf(id: ModelId): 'weights' | 'n-grams' {
  return models.find((model) => model.id === id)!.stores;
}

export function encodingOf(id: ModelId): EncodingId {
  return models.find((model) => model.id === id)!.encoding;
}
