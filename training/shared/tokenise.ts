import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';

/** Ids of each text, `<|endoftext|>` in it being plain characters. */
export async function tokenise(texts: readonly string[]): Promise<Uint32Array[]> {
  const encoder = await loadEncoder('r50k_base');
  return texts.map((text) => encoder.encode(text, 'text'));
}
