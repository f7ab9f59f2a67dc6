import { capacity, lengthBytes, read, written, type Ring } from './ring-layout.ts';

/** The next record, copied; undefined when all have been read. */
export function readRing({ counters, bytes }: Ring): Uint8Array<ArrayBuffer> | undefined {
  const start = Atomics.load(counters, read);
  if (start === Atomics.load(counters, written)) return undefined;
  const [length = 0] = new Uint32Array(take(bytes, start, lengthBytes).buffer);
  const record = take(bytes, start + lengthBytes, length);
  Atomics.store(counters, read, (start + lengthBytes + length) | 0);
  return record;
}

function take(ring: Uint8Array, counter: number, length: number): Uint8Array<ArrayBuffer> {
  const at = counter & (capacity - 1);
  const bytes = new Uint8Array(length);
  const beforeEnd = ring.subarray(at, at + length);
  bytes.set(beforeEnd);
  bytes.set(ring.subarray(0, length - beforeEnd.length), beforeEnd.length);
  return bytes;
}
