import { capacity, lengthBytes, read, written, type Ring } from './ring-layout.ts';

/** False, and nothing written, when there is no room. */
export function writeRing({ counters, bytes }: Ring, record: Uint8Array): boolean {
  const end = Atomics.load(counters, written);
  const taken = (end - Atomics.load(counters, read)) >>> 0;
  if (taken + lengthBytes + record.length > capacity) return false;
  put(bytes, end, new Uint8Array(Uint32Array.of(record.length).buffer));
  put(bytes, end + lengthBytes, record);
  // subtle: told of last, so that the other thread never sees half a record.
  Atomics.store(counters, written, (end + lengthBytes + record.length) | 0);
  return true;
}

function put(ring: Uint8Array, counter: number, bytes: Uint8Array): void {
  const at = counter & (capacity - 1);
  const beforeEnd = bytes.subarray(0, capacity - at);
  ring.set(beforeEnd, at);
  ring.set(bytes.subarray(beforeEnd.length), 0);
}
