import type { Chunk } from './chunk.ts';
import type { ChunkList } from './chunk-list.ts';
import type { Encoder } from './encoder.ts';
import type { TokenSlice } from './slice.ts';
import { TokenSliceBuilder } from './token-slice-builder.ts';
import { bytesAt, unitsOf } from './unit-widths.ts';

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
    const chunk = chunks.at(i);
    const local = unit - chunks.unitStart(i);
    let place = this.#before(chunk, (mark) => mark.unit + 1 < local);
    while (place.token < chunk.ids.length) {
      const next = this.#after(chunk, place);
      if (spanEnd(chunk, next) > local) break;
      place = next;
    }
    return chunks.tokenStart(i) + place.token;
  }

  #collect(chunks: ChunkList, first: number, ends: (token: number, unit: number) => boolean): TokenSlice {
    const slice = new TokenSliceBuilder(first);
    let i = chunks.ofToken(first);
    if (i < 0) return slice.done();
    let place = this.#atToken(chunks.at(i), first - chunks.tokenStart(i));
    for (let token = first; token < chunks.tokens; token++) {
      if (place.token === chunks.at(i).ids.length) {
        i += 1;
        place = { token: 0, byte: 0, unit: 0, head: 0 };
      }
      const unit = chunks.unitStart(i) + place.unit;
      if (ends(token, unit)) break;
      const chunk = chunks.at(i);
      const next = this.#after(chunk, place);
      slice.add({
        id: chunk.ids[place.token]!,
        byteStart: chunks.byteStart(i) + place.byte,
        byteLength: next.byte - place.byte,
        start: unit,
        end: chunks.unitStart(i) + spanEnd(chunk, next),
        head: place.head,
        tail: next.head > 0 ? bytesAt(chunk.text, next.unit) - next.head : 0,
      });
      place = next;
    }
    return slice.done();
  }

  #after(chunk: Chunk, place: Place): Place {
    const length = this.#encoder.byteLength(chunk.ids[place.token]!);
    let { unit } = place;
    let head = place.head + length;
    while (head > 0 && unit < chunk.text.length) {
      const width = bytesAt(chunk.text, unit);
      if (head < width) break;
      head -= width;
      unit += unitsOf(width);
    }
    return { token: place.token + 1, byte: place.byte + length, unit, head };
  }

  #atToken(chunk: Chunk, token: number): Place {
    let place = this.#before(chunk, (mark) => mark.token <= token);
    while (place.token < token) place = this.#after(chunk, place);
    return place;
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
      let place: Place = { token: 0, byte: 0, unit: 0, head: 0 };
      while (place.token < chunk.ids.length) {
        if (place.token % markEvery === 0) marks.push(place);
        place = this.#after(chunk, place);
      }
      this.#marks.set(chunk, marks);
    }
    return marks;
  }
}

/** Where the span of the token before `next` ends: after the character that the two share, if they do. */
function spanEnd(chunk: Chunk, next: Place): number {
  return next.head > 0 ? next.unit + unitsOf(bytesAt(chunk.text, next.unit)) : next.unit;
}

function checkRange(from: number, to: number, length: number, what: string): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= length) return;
  throw new RangeError(`There is no range [${from}, ${to}) in a text of ${length} ${what}.`);
}
