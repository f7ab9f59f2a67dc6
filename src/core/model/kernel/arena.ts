/** Gives out parts of a heap, one behind the other, each at a multiple of 16 bytes. */
export class Arena {
  readonly #heap: ArrayBuffer;
  #at: number;

  constructor(heap: ArrayBuffer, from: number) {
    this.#heap = heap;
    this.#at = aligned(from);
  }

  /** RangeError when the heap is full. */
  floats(count: number): Float32Array<ArrayBuffer> {
    const array = new Float32Array(this.#heap, this.#at, count);
    this.#at = aligned(this.#at + count * 4);
    return array;
  }
}

/** The next multiple of 16: where a part may begin, for SIMD and typed arrays. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
