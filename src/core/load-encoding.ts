import { encodingIds, type EncodingId, type SpecialMode } from './tokens/encoding-ids.ts';
import { loadEncoder } from './tokens/load-encoder.ts';

/** One encoding, for programs outside `src`. Ids equal those of OpenAI's tiktoken 0.14 on any text. */
export interface Encoding {
  /** Number of ids, special ones and holes included: the length of a logits array (tiktoken's `n_vocab`). */
  readonly size: number;
  /**
   * Ids of `text`; a surrogate without its other half counts as U+FFFD. `special` says what becomes of the text of a
   * special token such as `<|endoftext|>`: 'text' (when left out) encodes it like any other characters, 'parse' makes
   * it its one id, 'refuse' throws a FaultError 'special-token-refused' with `fault.detail` { token, at }.
   */
  encode(text: string, options?: { readonly special?: SpecialMode }): number[];
  /** Text of `ids`; bytes that are no UTF-8 become U+FFFD. RangeError when an id does not exist. */
  decode(ids: ArrayLike<number>): string;
  /** Bytes of one token; of a special one, its text's. RangeError when the id does not exist. */
  tokenBytes(id: number): Uint8Array<ArrayBuffer>;
}

const specialModes: readonly SpecialMode[] = ['text', 'parse', 'refuse'];

/** Loads an encoding (RangeError when there is none of that name), and no other's vocabulary. */
export async function loadEncoding(id: EncodingId): Promise<Encoding> {
  if (!encodingIds.includes(id)) {
    throw new RangeError(`There is no encoding ${JSON.stringify(id)}; there are ${encodingIds.join(', ')}.`);
  }
  const encoder = await loadEncoder(id);
  return {
    size: encoder.size,
    encode(text, { special = 'text' } = {}) {
      if (!specialModes.includes(special)) {
        throw new RangeError(`special is ${JSON.stringify(special)}; it may be ${specialModes.join(', ')}.`);
      }
      return plainArray(encoder.encode(text, special));
    },
    decode: (ids) => encoder.decode(ids),
    tokenBytes: (token) => encoder.tokenBytes(token),
  };
}

/** subtle: `Array.from` takes half as long for this as encoding does, and an array that grows twice as long as this one. */
function plainArray(ids: Uint32Array): number[] {
  // oxlint-disable-next-line unicorn/no-new-array -- the length is meant
  const plain = new Array<number>(ids.length);
  for (let i = 0; i < ids.length; i++) plain[i] = ids[i]!;
  return plain;
}
