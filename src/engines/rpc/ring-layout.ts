/** Bytes of records that have been written and not read. A power of two, so that counters may wrap at 2^32. */
export const capacity = 1 << 18;
/** Each record begins with its length. */
export const lengthBytes = 4;

/** Indexes of the counters: bytes written and bytes read since the ring was made, modulo 2^32. */
export const written = 0;
export const read = 1;
const headBytes = 8;

/** Memory for one ring. */
export const ringBytes = headBytes + capacity;

/**
 * A ring buffer in shared memory, from one writing thread (`writeRing`) to one reading thread (`readRing`). What has been
 * written can be read in the same instant, without a message having to be let through first.
 */
export interface Ring {
  readonly counters: Int32Array;
  readonly bytes: Uint8Array;
}

export function ringIn(memory: SharedArrayBuffer): Ring {
  return {
    counters: new Int32Array(memory, 0, headBytes / 4),
    bytes: new Uint8Array(memory, headBytes, capacity),
  };
}
