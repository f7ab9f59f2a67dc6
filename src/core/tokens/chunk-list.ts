import type { Chunk } from './chunk.ts';

/** A call with many more arguments overflows the stack. */
const mostArguments = 1000;

/** The chunks of a document with running sums, so that finding a place is a binary search. */
export class ChunkList {
  #chunks: Chunk[] = [];
  /** UTF-16 units, bytes and tokens before each chunk, and in the entry after the last, in all. */
  #units = new Uint32Array(64);
  #bytes = new Uint32Array(64);
  #tokens = new Uint32Array(64);
  /** Byte offset before which all lies that the chunk depends on. */
  #reach = new Uint32Array(64);

  get count(): number {
    return this.#chunks.length;
  }
  get units(): number {
    return this.#units[this.count]!;
  }
  get bytes(): number {
    return this.#bytes[this.count]!;
  }
  get tokens(): number {
    return this.#tokens[this.count]!;
  }

  at(index: number): Chunk {
    return this.#chunks[index]!;
  }
  unitStart(index: number): number {
    return this.#units[index]!;
  }
  byteStart(index: number): number {
    return this.#bytes[index]!;
  }
  tokenStart(index: number): number {
    return this.#tokens[index]!;
  }

  /** Puts `chunks` in the place of `count` others. */
  replace(from: number, count: number, chunks: readonly Chunk[]): void {
    const own = this.#chunks;
    const same = Math.min(count, chunks.length);
    // In place where it can be: a list of a large text that is copied with every key is work for the garbage collector.
    for (let i = 0; i < same; i++) own[from + i] = chunks[i]!;
    if (chunks.length - same > mostArguments) {
      this.#chunks = [...own.slice(0, from + same), ...chunks.slice(same), ...own.slice(from + count)];
    } else if (chunks.length !== count) {
      own.splice(from + same, count - same, ...chunks.slice(same));
    }
    this.#sum(from);
  }

  #sum(from: number): void {
    const n = this.#chunks.length;
    if (n + 1 > this.#units.length) {
      this.#units = larger(this.#units, n);
      this.#bytes = larger(this.#bytes, n);
      this.#tokens = larger(this.#tokens, n);
      this.#reach = larger(this.#reach, n);
    }
    for (let i = from; i < n; i++) {
      const chunk = this.#chunks[i]!;
      this.#units[i + 1] = this.#units[i]! + chunk.text.length;
      this.#bytes[i + 1] = this.#bytes[i]! + chunk.bytes;
      this.#tokens[i + 1] = this.#tokens[i]! + chunk.ids.length;
      this.#reach[i] = this.#bytes[i]! + chunk.reach;
    }
  }

  /** The chunk that holds UTF-16 offset `unit`; the last one for the end of the text, −1 when there is none. */
  ofUnit(unit: number): number {
    return indexOf(this.#units, this.count, unit);
  }
  ofByte(byte: number): number {
    return indexOf(this.#bytes, this.count, byte);
  }
  ofToken(token: number): number {
    return indexOf(this.#tokens, this.count, token);
  }

  /** The first chunk that depends on what is at byte offset `byte`, or the number of chunks. */
  firstReaching(byte: number): number {
    const reach = this.#reach;
    const n = this.count;
    let i = 0;
    while (i < n && reach[i]! <= byte) i += 1;
    return i;
  }

  /** UTF-16 [from, to) of the text. */
  read(from: number, to: number): string {
    let text = '';
    for (let i = this.ofUnit(from); i >= 0 && i < this.count; i++) {
      const start = this.#units[i]!;
      if (start >= to) break;
      const { text: part } = this.#chunks[i]!;
      text +=
        start >= from && start + part.length <= to ? part : part.slice(Math.max(0, from - start), to - start);
    }
    return text;
  }
}

function larger(array: Uint32Array<ArrayBuffer>, n: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(2 * n + 1);
  copy.set(array);
  return copy;
}

/** The last i < count with starts[i] ≤ place. */
function indexOf(starts: Uint32Array, count: number, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
