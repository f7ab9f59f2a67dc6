import { fault, FaultError } from '../../../shared/fault.ts';
import type { TokenId } from '../numbers/units.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { EncodingId, SpecialMode } from './encoding-ids.ts';
import { encodings } from './encodings.ts';
import { everyPath } from './every-path.ts';
import { findSpecial } from './find-special.ts';
import type { PackedVocabulary } from './packed-vocabulary.ts';
import { PieceEncoder } from './piece-encoder.ts';
import { readUtf8 } from './read-utf8.ts';
import type { Scan } from './scan-basics.ts';
import { unpackVocabulary, type Vocabulary } from './vocabulary.ts';
import type { VocabularyBytes } from './vocabulary-bytes.ts';

/** Used again from text to text, by all encoders: what encodes is never interrupted. */
const buffer = new ByteBuffer();
let scratch: Uint32Array<ArrayBuffer> = new Uint32Array(0);
/** After a text with more bytes than this, its memory is given back. */
const keptTokens = 1 << 22;

function release(): void {
  scratch = new Uint32Array(0);
  buffer.release();
}

/** One encoding, equal to OpenAI's tiktoken 0.14 on any text. Made by `loadEncoder`. */
export class Encoder {
  readonly encoding: EncodingId;
  /** tiktoken's `n_vocab`, special ids and holes included: the length of a logits array. */
  readonly size: number;
  readonly special: ReadonlyMap<string, TokenId>;
  /** For TokenDocument: how this encoding cuts bytes into pieces, and pieces into ids. */
  readonly scan: Scan;
  readonly pieces: PieceEncoder;
  readonly #vocabulary: Vocabulary;

  constructor(encoding: EncodingId, packed: PackedVocabulary) {
    const { size, special, scan } = encodings[encoding];
    this.encoding = encoding;
    this.size = size;
    this.special = special;
    this.scan = scan;
    this.#vocabulary = unpackVocabulary(packed, size, special);
    this.pieces = new PieceEncoder(this.#vocabulary);
    this.encode(everyPath, 'text');
  }

  /** Ids of `text`. With 'refuse', throws a FaultError 'special-token-refused' for the first special token in it. */
  encode(text: string, special: SpecialMode): Uint32Array<ArrayBuffer> {
    let found = special === 'text' ? undefined : findSpecial(this.special, text, 0);
    if (found !== undefined && special === 'refuse') {
      const { token, at } = found;
      throw new FaultError(
        fault('special-token-refused', `The text holds the special token ${token} at UTF-16 offset ${at}.`, {
          token,
          at,
        }),
      );
    }
    let count = 0;
    let from = 0;
    while (found !== undefined) {
      count = this.#append(text, from, found.at, count);
      scratch = withRoom(scratch, count, 1);
      scratch[count++] = found.id;
      from = found.at + found.token.length;
      found = findSpecial(this.special, text, from);
    }
    count = this.#append(text, from, text.length, count);
    const ids = scratch.slice(0, count);
    if (scratch.length > keptTokens) release();
    return ids;
  }

  #append(text: string, from: number, to: number, at: number): number {
    if (from === to) return at;
    const length = buffer.fill(text, from, to);
    scratch = withRoom(scratch, at, length);
    const { scan, pieces } = this;
    const { bytes, words } = buffer;
    const out = scratch;
    let count = at;
    for (let p = 0; p < length;) {
      const end = scan(bytes, words, p);
      count = pieces.encode(bytes, words, p, end - p, out, count);
      p = end;
    }
    return count;
  }

  /** The bytes of one token; a special token has its text's. RangeError when there is no such id. */
  tokenBytes(id: TokenId): Uint8Array<ArrayBuffer> {
    const { bytes, offsets } = this.#vocabulary;
    this.#check(id);
    return bytes.slice(offsets[id], offsets[id + 1]);
  }

  /** Bytes of a token that is known to exist. */
  byteLength(id: TokenId): number {
    const { offsets } = this.#vocabulary;
    return offsets[id + 1]! - offsets[id]!;
  }

  decodeBytes(ids: ArrayLike<TokenId>): Uint8Array<ArrayBuffer> {
    const { bytes, offsets } = this.#vocabulary;
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      this.#check(id);
      length += offsets[id + 1]! - offsets[id]!;
    }
    const out = new Uint8Array(length);
    let p = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      for (let q = offsets[id]!; q < offsets[id + 1]!; q++) out[p++] = bytes[q]!;
    }
    return out;
  }

  /** The text of `ids`; bytes that are no UTF-8 become U+FFFD, as with tiktoken's `errors="replace"`. */
  decode(ids: ArrayLike<TokenId>): string {
    const bytes = this.decodeBytes(ids);
    return readUtf8(bytes, 0, bytes.length);
  }

  /** A copy of all tokens' bytes, special ones' included, to be handed to another thread. */
  vocabularyBytes(): VocabularyBytes {
    const { bytes, offsets } = this.#vocabulary;
    return {
      encoding: this.encoding,
      size: this.size,
      special: [...this.special].map(([token, id]) => ({ token, id })),
      bytes: bytes.slice(0, offsets[this.size]),
      offsets: offsets.slice(),
    };
  }

  #check(id: TokenId): void {
    const { offsets } = this.#vocabulary;
    if (offsets[id + 1]! > offsets[id]!) return;
    const holes = id >= 0 && id < this.size && Number.isInteger(id);
    throw new RangeError(
      `${this.encoding} has no token ${id}: ids are whole numbers from 0 to ${this.size - 1}` +
        (holes ? ', and this is one of the few among them that stand for nothing' : ''),
    );
  }
}

function withRoom(out: Uint32Array<ArrayBuffer>, used: number, more: number): Uint32Array<ArrayBuffer> {
  if (out.length >= used + more) return out;
  const larger = new Uint32Array(Math.max(used + more, out.length * 2));
  larger.set(out.subarray(0, used));
  return larger;
}
