import { isOrdinary, type Vocabulary } from './vocabulary.ts';

/** Longest token whose bytes are kept inside the table itself. */
const inlineLength = 12;
const idBits = 20;
const idMask = (1 << idBits) - 1;
/** Keeps the low 0 to 4 bytes of a little-endian word. */
const lowBytes = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);
/** For a length of 0 to 12: what to keep of the first, second and third word. No branch, as lengths are hard to foretell. */
const keep = [0, 4, 8].map((start) =>
  Int32Array.from({ length: inlineLength + 1 }, (_, n) => lowBytes[Math.min(4, Math.max(0, n - start))]!),
);
const keepFirst = keep[0]!;
const keepSecond = keep[1]!;
const keepThird = keep[2]!;

function mix(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/**
 * Bytes → token id: an open-addressing table of four 32-bit words a slot, so that most questions touch one cache line.
 *
 * Tokens of up to 12 bytes: the bytes as three zero-filled little-endian words; then id + 1, and the length above it.
 * Longer ones: hash, length, 0; then id + 1, whose bytes are compared in the vocabulary. An empty slot's last word is 0.
 */
export class PieceTable {
  readonly #slots: Int32Array<ArrayBuffer>;
  readonly #mask: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #offsets: Uint32Array<ArrayBuffer>;

  constructor(vocabulary: Vocabulary) {
    const { bytes, offsets, size } = vocabulary;
    let slots = 1024;
    while (slots < size * 2) slots *= 2;
    this.#slots = new Int32Array(slots * 4);
    this.#mask = slots - 1;
    this.#bytes = bytes;
    this.#offsets = offsets;
    const words = new DataView(bytes.buffer);
    for (let id = 0; id < size; id++) {
      if (isOrdinary(vocabulary, id)) this.#add(words, offsets[id]!, offsets[id + 1]! - offsets[id]!, id);
    }
  }

  #add(words: DataView, p: number, length: number, id: number): void {
    const slots = this.#slots;
    const short = length <= inlineLength;
    const a = short ? words.getInt32(p, true) & keepFirst[length]! : hashLong(words, p, length);
    const b = short ? words.getInt32(p + 4, true) & keepSecond[length]! : length;
    const c = short ? words.getInt32(p + 8, true) & keepThird[length]! : 0;
    let slot = (mix(a, b, c) & this.#mask) * 4;
    while (slots[slot + 3] !== 0) slot = (slot + 4) & (this.#mask * 4);
    slots[slot] = a;
    slots[slot + 1] = b;
    slots[slot + 2] = c;
    slots[slot + 3] = (id + 1) | (short ? length << idBits : 0);
  }

  /** The token that is exactly these bytes, or −1. `words` views `bytes`, which has 12 bytes more than are asked for. */
  find(bytes: Uint8Array, words: DataView, p: number, length: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    if (length > inlineLength) return this.#findLong(bytes, words, p, length);
    const a = words.getInt32(p, true) & keepFirst[length]!;
    const b = words.getInt32(p + 4, true) & keepSecond[length]!;
    const c = words.getInt32(p + 8, true) & keepThird[length]!;
    let slot = (mix(a, b, c) & mask) << 2;
    for (;;) {
      const tail = slots[slot + 3]!;
      if (slots[slot] === a && slots[slot + 1] === b && slots[slot + 2] === c && tail >>> idBits === length) {
        return (tail & idMask) - 1;
      }
      if (tail === 0) return -1;
      slot = (slot + 4) & (mask << 2);
    }
  }

  #findLong(bytes: Uint8Array, words: DataView, p: number, length: number): number {
    const slots = this.#slots;
    const mask = this.#mask << 2;
    const hash = hashLong(words, p, length);
    let slot = (mix(hash, length, 0) << 2) & mask;
    for (;;) {
      const tail = slots[slot + 3]!;
      if (tail === 0) return -1;
      if (slots[slot] === hash && slots[slot + 1] === length && tail >>> idBits === 0) {
        const start = this.#offsets[tail - 1]!;
        let i = 0;
        while (i < length && this.#bytes[start + i] === bytes[p + i]) i += 1;
        if (i === length) return tail - 1;
      }
      slot = (slot + 4) & mask;
    }
  }
}

function hashLong(words: DataView, p: number, length: number): number {
  let h = length;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    h = Math.imul(h ^ words.getInt32(p + i, true), 0x9e3779b1);
    h ^= h >>> 15;
  }
  if (i < length) h = Math.imul(h ^ (words.getInt32(p + i, true) & lowBytes[length - i]!), 0x9e3779b1);
  return h ^ (h >>> 16);
}
