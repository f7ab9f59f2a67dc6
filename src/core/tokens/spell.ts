import type { TokenId } from '../numbers/units.ts';
import { readUtf8, wellFormedLength } from './read-utf8.ts';
import type { TokenSlice } from './slice.ts';
import type { VocabularyBytes } from './vocabulary-bytes.ts';

/** Bytes of one token that are part of no character, to be shown as bytes. */
export interface LooseBytes {
  /** Index of the token among the ids. */
  readonly token: number;
  /** UTF-16 offset in the text at which the bytes stand. */
  readonly at: number;
  /** One or more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Spelling {
  /** Whole characters only: never U+FFFD, unless the ids spell that very character. */
  readonly text: string;
  /** The tokens over `text`. One whose bytes are all loose is empty there, and its head and tail bytes are 0. */
  readonly slice: TokenSlice;
  readonly loose: readonly LooseBytes[];
  /** How many of the last bytes, 0 to 3, begin a character that further tokens may complete; they are in `loose` too. */
  readonly pending: number;
}

/**
 * What a list of drawn ids says. Unlike a text's own tokens they may break off inside a character, or hold bytes that
 * are no UTF-8 at all; these are kept apart, by token and place. RangeError for an id that does not exist.
 */
export function spell(vocabulary: VocabularyBytes, ids: ArrayLike<TokenId>): Spelling {
  const slice = emptySlice(ids.length);
  const bytes = gather(vocabulary, ids, slice);
  // Of each byte: the UTF-16 span of its character, and the character's bytes before and after it; −1 when loose.
  const from = new Int32Array(bytes.length);
  const to = new Int32Array(bytes.length);
  const before = new Int8Array(bytes.length);
  const after = new Int8Array(bytes.length);
  let text = '';
  let pending = 0;
  for (let at = 0; at < bytes.length;) {
    const length = wellFormedLength(bytes, at, bytes.length);
    const count = Math.abs(length);
    const start = text.length;
    if (length > 0) text += readUtf8(bytes, at, at + length);
    else if (at + count === bytes.length && mayGoOn(bytes, at)) pending = count;
    for (let part = 0; part < count; part++) {
      from[at + part] = start;
      to[at + part] = text.length;
      before[at + part] = length > 0 ? part : -1;
      after[at + part] = length > 0 ? count - 1 - part : -1;
    }
    at += count;
  }
  const loose: LooseBytes[] = [];
  for (let token = 0; token < ids.length; token++) {
    const first = slice.byteStarts[token]!;
    const last = first + slice.byteLengths[token]! - 1;
    slice.starts[token] = from[first]!;
    slice.ends[token] = to[last]!;
    slice.headBytes[token] = Math.max(0, before[first]!);
    slice.tailBytes[token] = Math.max(0, after[last]!);
    collectLoose(token, first, last, bytes, before, from, loose);
  }
  return { text, slice, loose, pending };
}

function gather(
  vocabulary: VocabularyBytes,
  ids: ArrayLike<TokenId>,
  slice: TokenSlice,
): Uint8Array<ArrayBuffer> {
  const { offsets, size } = vocabulary;
  let length = 0;
  for (let token = 0; token < ids.length; token++) {
    const id = ids[token]!;
    const own = id < size ? offsets[id + 1]! - offsets[id]! : 0;
    if (!(own > 0)) throw new RangeError(`there is no token with the id ${id} in ${vocabulary.encoding}`);
    slice.ids[token] = id;
    slice.byteStarts[token] = length;
    slice.byteLengths[token] = own;
    length += own;
  }
  const bytes = new Uint8Array(length);
  for (let token = 0; token < ids.length; token++) {
    const id = ids[token]!;
    bytes.set(vocabulary.bytes.subarray(offsets[id], offsets[id + 1]), slice.byteStarts[token]);
  }
  return bytes;
}

/** Whether the bytes from `at` to the end are the beginning of some character: a lead byte opens it. */
function mayGoOn(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at]!;
  return lead >= 0xc2 && lead <= 0xf4;
}

function collectLoose(
  token: number,
  first: number,
  last: number,
  bytes: Uint8Array<ArrayBuffer>,
  before: Int8Array,
  from: Int32Array,
  loose: LooseBytes[],
): void {
  for (let at = first; at <= last; at++) {
    if (before[at]! >= 0) continue;
    const start = at;
    while (at < last && before[at + 1]! < 0 && from[at + 1] === from[start]) at++;
    loose.push({ token, at: from[start]!, bytes: bytes.slice(start, at + 1) });
  }
}

function emptySlice(count: number): TokenSlice {
  return {
    first: 0,
    ids: new Uint32Array(count),
    byteStarts: new Uint32Array(count),
    byteLengths: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    headBytes: new Uint8Array(count),
    tailBytes: new Uint8Array(count),
  };
}
