import type { TokenSlice } from './slice.ts';

type Words = Uint32Array<ArrayBuffer>;

/** Puts a TokenSlice together, token by token. */
export class TokenSliceBuilder {
  readonly #first: number;
  #count = 0;
  /** id, byteStart, byteLength, start, end of each token in turn; then head and tail. */
  #words: Words = new Uint32Array(5 * 64);
  #edges = new Uint8Array(2 * 64);

  constructor(first: number) {
    this.#first = first;
  }

  /** The fields of a TokenSlice, of one token. */
  add(
    id: number,
    byteStart: number,
    byteLength: number,
    start: number,
    end: number,
    head: number,
    tail: number,
  ): void {
    const n = this.#count;
    if (5 * n === this.#words.length) {
      const words = new Uint32Array(10 * n);
      words.set(this.#words);
      this.#words = words;
      const edges = new Uint8Array(4 * n);
      edges.set(this.#edges);
      this.#edges = edges;
    }
    const words = this.#words;
    words[5 * n] = id;
    words[5 * n + 1] = byteStart;
    words[5 * n + 2] = byteLength;
    words[5 * n + 3] = start;
    words[5 * n + 4] = end;
    this.#edges[2 * n] = head;
    this.#edges[2 * n + 1] = tail;
    this.#count = n + 1;
  }

  done(): TokenSlice {
    const n = this.#count;
    const word = (field: number): Words => {
      const out = new Uint32Array(n);
      for (let i = 0; i < n; i++) out[i] = this.#words[5 * i + field]!;
      return out;
    };
    const edge = (field: number): Uint8Array<ArrayBuffer> => {
      const out = new Uint8Array(n);
      for (let i = 0; i < n; i++) out[i] = this.#edges[2 * i + field]!;
      return out;
    };
    return {
      first: this.#first,
      ids: word(0),
      byteStarts: word(1),
      byteLengths: word(2),
      starts: word(3),
      ends: word(4),
      headBytes: edge(0),
      tailBytes: edge(1),
    };
  }
}
