import { expect, test } from 'vitest';
import { readRing } from './read-ring.ts';
import { capacity, ringBytes, ringIn } from './ring-layout.ts';
import { writeRing } from './write-ring.ts';

/** Both ends over one memory, as two threads have them. */
function ends(countersAt = 0) {
  const memory = new SharedArrayBuffer(ringBytes);
  const writer = ringIn(memory);
  writer.counters.fill(countersAt);
  return { writer, reader: ringIn(memory) };
}

const record = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + seed) & 255);

test('records come out as they went in, in order', () => {
  const { writer, reader } = ends();
  expect(readRing(reader)).toBeUndefined();
  const records = [record(5, 1), record(0, 2), record(1000, 3)];
  for (const each of records) expect(writeRing(writer, each)).toBe(true);
  for (const each of records) expect(readRing(reader)).toEqual(each);
  expect(readRing(reader)).toBeUndefined();
});

test('a full ring refuses a record, and takes it once there is room', () => {
  const { writer, reader } = ends();
  const half = record(capacity / 2, 1);
  expect(writeRing(writer, half)).toBe(true);
  expect(writeRing(writer, half)).toBe(false);
  expect(Buffer.compare(readRing(reader)!, half)).toBe(0);
  expect(writeRing(writer, half)).toBe(true);
  expect(Buffer.compare(readRing(reader)!, half)).toBe(0);
  expect(writeRing(writer, record(capacity, 1))).toBe(false);
});

test.each([
  ['the end of the memory', 0],
  ['the end of 32 bits', -1000],
])('many records of odd sizes pass %s', (_name, countersAt) => {
  const { writer, reader } = ends(countersAt);
  let written = 0;
  for (let n = 0; written < 3 * capacity; n++) {
    const each = record((n * 7919) % 50_000, n);
    expect(writeRing(writer, each)).toBe(true);
    expect(Buffer.compare(readRing(reader)!, each)).toBe(0);
    written += each.length;
  }
});
