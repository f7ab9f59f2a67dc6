import type { Chunk } from './chunk.ts';
import type { ChunkList } from './chunk-list.ts';
import type { Encoder } from './encoder.ts';
import type { TokenSlice } from './slice.ts';
import { TokenSliceBuilder } from './token-slice-builder.ts';
import { byteLength, bytesAt, isHighSurrogate, isLowSurrogate, unitsOf } from './unit-widths.ts';

/** Tokens between two marks. */
const markEvery = 1024;

/**
 * A token's place in a chunk, counted from the chunk's start. `unit` is of the character that holds its first byte.
 * It moves over the chunk: a new one for every token of a large slice would keep the garbage collector busy.
 */
interface Place {
  token: number;
  byte: number;
  unit: number;
  /** Bytes of that character that lie before the token. */
  head: number;
}

/** Finds tokens in a document's chunks by UTF-16 offset or by index. */
export class SliceReader {
  readonly #encoder: Encoder;
  /** Long chunks (a piece of a megabyte) get marks when first asked about. */
  readonly #marks = new WeakMap<Chunk, Place[]>();

  constructor(encoder: Encoder) {
    this.#encoder = encoder;
  }

  /** The tokens whose span overlaps UTF-16 [from, to). */
  byUnits(chunks: ChunkList, from: number, to: number): TokenSlice {
    checkRange(from, to, chunks.units, 'UTF-16 units');
    const first = this.#tokenAtUnit(chunks, from);
    return this.#collect(chunks, first, (token, unit) => token >= chunks.tokens || unit >= to);
  }

  /** Tokens [from, to). */
  byIndex(chunks: ChunkList, from: number, to: number): TokenSlice {
    checkRange(from, to, chunks.tokens, 'tokens');
    return this.#collect(chunks, from, (token) => token >= to);
  }

  /** Index of the first token whose span ends after UTF-16 offset `unit`. */
  #tokenAtUnit(chunks: ChunkList, unit: number): number {
    const i = chunks.ofUnit(unit);
    if (i < 0 || unit >= chunks.units) return chunks.tokens;
    const { text, ids } = chunks.at(i);
    const local = unit - chunks.unitStart(i);
    const from = this.#before(chunks.at(i), (mark) => mark.unit + 1 < local);
    const inPair = isLowSurrogate(text.charCodeAt(local)) && isHighSurrogate(text.charCodeAt(local - 1));
    const byte = from.byte - from.head + byteLength(text, from.unit, inPair ? local - 1 : local);
    let { token, byte: end } = from;
    for (; token < ids.length; token++) {
      end += this.#encoder.byteLength(ids[token]!);
      if (end > byte) break;
    }
    return chunks.tokenStart(i) + token;
  }

  #collect(chunks: ChunkList, first: number, ends: (token: number, unit: number) => boolean): TokenSlice {
    const slice = new TokenSliceBuilder(first);
    let i = chunks.ofToken(first);
    if (i < 0) return slice.done();
    const at = this.#atToken(chunks.at(i), first - chunks.tokenStart(i));
    for (let token = first; token < chunks.tokens; token++) {
      if (at.token === chunks.at(i).ids.length) {
        i += 1;
        at.token = at.byte = at.unit = at.head = 0;
      }
      const chunk = chunks.at(i);
      const { byte, head } = at;
      const start = chunks.unitStart(i) + at.unit;
      if (ends(token, start)) break;
      const id = chunk.ids[at.token]!;
      const byteLength = this.#encoder.byteLength(id);
      advance(chunk, at, byteLength);
      at.token += 1;
      const tail = at.head > 0 ? bytesAt(chunk.text, at.unit) - at.head : 0;
      const end = chunks.unitStart(i) + spanEnd(chunk, at);
      slice.add(id, chunks.byteStart(i) + byte, byteLength, start, end, head, tail);
    }
    return slice.done();
  }

  #atToken(chunk: Chunk, token: number): Place {
    const at = this.#before(chunk, (mark) => mark.token <= token);
    let bytes = 0;
    for (; at.token < token; at.token++) bytes += this.#encoder.byteLength(chunk.ids[at.token]!);
    advance(chunk, at, bytes);
    return at;
  }

  /** The last mark of which `isBefore` holds, as a place of its own. */
  #before(chunk: Chunk, isBefore: (mark: Place) => boolean): Place {
    let low = 0;
    if (chunk.ids.length > 2 * markEvery) {
      const marks = this.#marksOf(chunk);
      let high = marks.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(marks[middle]!)) low = middle + 1;
        else high = middle;
      }
      if (low > 0) return { ...marks[low - 1]! };
    }
    return { token: 0, byte: 0, unit: 0, head: 0 };
  }

  #marksOf(chunk: Chunk): Place[] {
    let marks = this.#marks.get(chunk);
    if (marks === undefined) {
      marks = [];
      const at: Place = { token: 0, byte: 0, unit: 0, head: 0 };
      for (; at.token < chunk.ids.length; at.token++) {
        if (at.token % markEvery === 0) marks.push({ ...at });
        advance(chunk, at, this.#encoder.byteLength(chunk.ids[at.token]!));
      }
      this.#marks.set(chunk, marks);
    }
    return marks;
  }
}

/** Moves a place on by so many bytes; its token is the caller's to count. */
function advance({ text }: Chunk, at: Place, bytes: number): void {
  let { unit } = at;
  let head = at.head + bytes;
  while (head > 0 && unit < text.length) {
    const width = bytesAt(text, unit);
    if (head < width) break;
    head -= width;
    unit += unitsOf(width);
  }
  at.byte += bytes;
  at.unit = unit;
  at.head = head;
}

/** Where the span of the token before `next` ends: after the character that the two share, if they do. */
function spanEnd(chunk: Chunk, next: Place): number {
  return next.head > 0 ? next.unit + unitsOf(bytesAt(chunk.text, next.unit)) : next.unit;
}

function checkRange(from: number, to: number, length: number, what: string): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= length) return;
  throw new RangeError(`There is no range [${from}, ${to}) in a text of ${length} ${what}.`);
}
