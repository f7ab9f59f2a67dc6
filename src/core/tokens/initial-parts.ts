import { noMerge } from './pair-table.ts';
import { isOrdinary, type Vocabulary } from './vocabulary.ts';
import { wellFormedLength } from './read-utf8.ts';

/**
 * Cuts a piece into the parts that merging may begin with: whole characters where that is the same, else bytes.
 *
 * A character that is one token t is made of merges of ranks up to t (a token's rank is above its parts'). So byte by
 * byte, it is complete before anything of a higher rank happens. Only a token that holds a part of the character and
 * something of its neighbour, and has a rank below t, could come between. Such tokens are few, and known by the two bytes
 * that meet at the characters' border.
 */
export class InitialParts {
  /** Code point below 10000 → its token, −1 when it has none. */
  readonly #ofCharacter = new Int32Array(0x10000).fill(-1);
  readonly #idOfByte = new Int32Array(256);
  /** Last byte before × 256 + first byte after → least rank of a token that goes on into a part of the character after. */
  readonly #intoNext = new Int32Array(65536).fill(noMerge);
  /** The same for a token that begins inside the character before. */
  readonly #fromPrevious = new Int32Array(65536).fill(noMerge);

  constructor(vocabulary: Vocabulary) {
    const { bytes, offsets, size } = vocabulary;
    for (let id = 0; id < size; id++) {
      if (!isOrdinary(vocabulary, id)) continue;
      const from = offsets[id]!;
      const to = offsets[id + 1]!;
      if (to - from === 1) this.#idOfByte[bytes[from]!] = id;
      else this.#learn(bytes, from, to, id);
    }
  }

  #learn(bytes: Uint8Array, from: number, to: number, id: number): void {
    let first = from + 1;
    while (first < to && isContinuation(bytes[first]!)) first += 1;
    let last = to - 1;
    while (last > from && isContinuation(bytes[last]!)) last -= 1;
    if (first === to) {
      const width = wellFormedLength(bytes, from, to);
      if (width === to - from && (width === 2 || width === 3)) this.#ofCharacter[pointAt(bytes, from)] = id;
      return;
    }
    // Ids ascend, so the first is the least.
    const start = (bytes[first - 1]! << 8) | bytes[first]!;
    if (isContinuation(bytes[from]!) && this.#fromPrevious[start] === noMerge) this.#fromPrevious[start] = id;
    const end = (bytes[last - 1]! << 8) | bytes[last]!;
    if (wellFormedLength(bytes, last, to) < 0 && this.#intoNext[end] === noMerge) this.#intoNext[end] = id;
  }

  /** Writes the ids of the parts of the bytes [p, p + length), whole characters of UTF-8, and returns how many there are. */
  write(bytes: Uint8Array, p: number, length: number, ids: Int32Array): number {
    const idOfByte = this.#idOfByte;
    const end = p + length;
    let n = 0;
    let i = p;
    while (i < end) {
      const b = bytes[i]!;
      if (b < 0x80) {
        ids[n++] = idOfByte[b]!;
        i += 1;
        continue;
      }
      const next = i + (b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4);
      if (b < 0xf0) {
        const id = this.#ofCharacter[pointAt(bytes, i)]!;
        if (
          id >= 0 &&
          (i === p || this.#intoNext[(bytes[i - 1]! << 8) | b]! > id) &&
          (next === end || this.#fromPrevious[(bytes[next - 1]! << 8) | bytes[next]!]! > id)
        ) {
          ids[n++] = id;
          i = next;
          continue;
        }
      }
      while (i < next) ids[n++] = idOfByte[bytes[i++]!]!;
    }
    return n;
  }
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function pointAt(bytes: Uint8Array, p: number): number {
  const b = bytes[p]!;
  return b < 0xe0
    ? ((b & 0x1f) << 6) | (bytes[p + 1]! & 0x3f)
    : ((b & 0xf) << 12) | ((bytes[p + 1]! & 0x3f) << 6) | (bytes[p + 2]! & 0x3f);
}
