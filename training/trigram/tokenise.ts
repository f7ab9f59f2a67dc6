import { Tiktoken } from 'js-tiktoken/lite';
import ranks from 'js-tiktoken/ranks/r50k_base';

const enc = new Tiktoken(ranks);
export async function tokenise(texts: readonly string[]): Promise<Uint32Array[]> {
  return texts.map((t) => Uint32Array.from(enc.encode(t, [], [])));
}
