import type { TokenId } from '../numbers/units.ts';
import type { EncodingId } from './encoding-ids.ts';

export interface VocabularyInfo {
  readonly encoding: EncodingId;
  /** Number of ids, special ones and holes included: the length of a logits array. */
  readonly size: number;
  readonly special: readonly { readonly token: string; readonly id: TokenId }[];
}

/** Bytes of every id, held on the page side so that a label is a lookup. Ids without a token have no bytes. */
export interface VocabularyBytes extends VocabularyInfo {
  /** All tokens' bytes, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** size + 1 entries: token id's bytes are bytes[offsets[id] … offsets[id + 1]). */
  readonly offsets: Uint32Array<ArrayBuffer>;
}
