import type { Chunk } from './chunk.ts';
import type { ChunkList } from './chunk-list.ts';
import type { Encoder } from './encoder.ts';
import type { TokenSlice } from './slice.ts';
import { TokenSliceBuilder } from './token-slice-builder.ts';
import { byteLength, bytesAt, isHighSurrogate, isLowSurrogate, unitsOf } from './unit-widths.ts';

/** Tokens between two marks. */
const markEvery = 1024;

/** A token's place in a chunk, counted from the chunk's start. `unit` is of the character that holds its first byte. */
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
    let at = this.#atToken(chunks.at(i), first - chunks.tokenStart(i));
    for (let token = first; token < chunks.tokens; token++) {
      if (at.token === chunks.at(i).ids.length) {
        i += 1;
        at = { token: 0, byte: 0, unit: 0, head: 0 };
      }
      const unit = chunks.unitStart(i) + at.unit;
      if (ends(token, unit)) break;
      const chunk = chunks.at(i);
      const next = this.#after(chunk, at);
      slice.add({
        id: chunk.ids[at.token]!,
        byteStart: chunks.byteStart(i) + at.byte,
        byteLength: next.byte - at.byte,
        start: unit,
        end: chunks.unitStart(i) + spanEnd(chunk, next),
        head: at.head,
        tail: next.head > 0 ? bytesAt(chunk.text, next.unit) - next.head : 0,
      });
      at = next;
    }
    return slice.done();
  }

  #after(chunk: Chunk, at: Place): Place {
    const length = this.#encoder.byteLength(chunk.ids[at.token]!);
    return {
      token: at.token + 1,
      byte: at.byte + length,
      ...place(chunk.text, at.unit, at.head + length),
    };
  }

  #atToken(chunk: Chunk, token: number): Place {
    const from = this.#before(chunk, (mark) => mark.token <= token);
    let { byte } = from;
    for (let t = from.token; t < token; t++) byte += this.#encoder.byteLength(chunk.ids[t]!);
    return { token, byte, ...place(chunk.text, from.unit, byte - from.byte + from.head) };
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
      let at: Place = { token: 0, byte: 0, unit: 0, head: 0 };
      while (at.token < chunk.ids.length) {
        if (at.token % markEvery === 0) marks.push(at);
        at = this.#after(chunk, at);
      }
      this.#marks.set(chunk, marks);
    }
    return marks;
  }
}

/** The character that holds the byte `bytes` after UTF-16 offset `from`: its offset, and its bytes before that one. */
function place(text: string, from: number, bytes: number): { unit: number; head: number } {
  let unit = from;
  let head = bytes;
  while (head > 0 && unit < text.length) {
    const width = bytesAt(text, unit);
    if (head < width) break;
    head -= width;
    unit += unitsOf(width);
  }
  return { unit, head };
}

/** Where the span of the token before `next` ends: after the character that the two share, if they do. */
function spanEnd(chunk: Chunk, next: Place): number {
  return next.head > 0 ? next.unit + unitsOf(bytesAt(chunk.text, next.unit)) : next.unit;
}

function checkRange(from: number, to: number, length: number, what: string): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= length) return;
  throw new RangeError(`There is no range [${from}, ${to}) in a text of ${length} ${what}.`);
}
