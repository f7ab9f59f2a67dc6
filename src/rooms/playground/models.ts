import type { EncodingId } from '../../core/tokens/encoding-ids.ts';

/** The models that the page can run, and the encoding that each reads. */
export const models = [{ id: 'trigram', encoding: 'r50k_base' }] as const satisfies readonly {
  readonly id: string;
  readonly encoding: EncodingId;
}[];

export type ModelId = (typeof models)[number]['id'];

export function encodingOf(id: ModelId): EncodingId {
  return models.find((model) => model.id === id)!.encoding;
}
