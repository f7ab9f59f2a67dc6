import type { TokenId } from '../numbers/units.ts';
import type { PackedVocabulary } from './packed-vocabulary.ts';
import { planeAlphabet } from './plane-alphabet.ts';

/** The tokens of an encoding as parallel arrays by id. */
export interface Vocabulary {
  /** Number of ids, special ones and holes included. */
  readonly size: number;
  /** All tokens' bytes in id order, followed by 16 free bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** size + 1 entries; an id without a token has no bytes, a special token has its text's. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  /** The pair that merges to the token; −1 for single bytes, special tokens and holes. */
  readonly left: Int32Array<ArrayBuffer>;
  readonly right: Int32Array<ArrayBuffer>;
}

/** Ids 0 to 255 are the single bytes in every encoding here. */
export const singleByteCount = 256;

/** Whether the id is an ordinary token: not special, not a hole. */
export function isOrdinary(vocabulary: Vocabulary, id: TokenId): boolean {
  return id < singleByteCount || vocabulary.left[id]! >= 0;
}

export function unpackVocabulary(
  packed: PackedVocabulary,
  size: number,
  special: ReadonlyMap<string, TokenId>,
): Vocabulary {
  const textOf = new Map([...special].map(([text, id]) => [id, text]));
  const left = new Int32Array(size).fill(-1);
  const right = new Int32Array(size).fill(-1);
  for (const part of packed.parts) readPlanes(part.planes, part.first, left, right);

  const offsets = new Uint32Array(size + 1);
  for (let id = 0; id < size; id++) {
    const l = left[id]!;
    const r = right[id]!;
    const length =
      l >= 0
        ? offsets[l + 1]! - offsets[l]! + offsets[r + 1]! - offsets[r]!
        : id < singleByteCount
          ? 1
          : (textOf.get(id)?.length ?? 0);
    offsets[id + 1] = offsets[id]! + length;
  }

  const bytes = new Uint8Array(offsets[size]! + 16);
  for (let id = 0; id < singleByteCount; id++) {
    bytes[id] = Number.parseInt(packed.singleBytes.slice(2 * id, 2 * id + 2), 16);
  }
  for (let id = singleByteCount; id < size; id++) {
    const l = left[id]!;
    let p = offsets[id]!;
    if (l < 0) {
      const text = textOf.get(id) ?? '';
      for (let i = 0; i < text.length; i++) bytes[p++] = text.charCodeAt(i);
      continue;
    }
    for (let q = offsets[l]!, end = offsets[l + 1]!; q < end; q++) bytes[p++] = bytes[q]!;
    const r = right[id]!;
    for (let q = offsets[r]!, end = offsets[r + 1]!; q < end; q++) bytes[p++] = bytes[q]!;
  }
  return { size, bytes, offsets, left, right };
}

const valueOf = new Uint8Array(128);
for (let i = 0; i < 64; i++) valueOf[planeAlphabet.charCodeAt(i)] = i;

/** Planes in order: left and right, bits 12 to 17; left and right, bits 6 to 11; left and right, bits 0 to 5. */
function readPlanes(planes: string, first: number, left: Int32Array, right: Int32Array): void {
  const n = planes.length / 6;
  for (let i = 0; i < n; i++) {
    left[first + i] =
      (valueOf[planes.charCodeAt(i)]! << 12) |
      (valueOf[planes.charCodeAt(i + 2 * n)]! << 6) |
      valueOf[planes.charCodeAt(i + 4 * n)]!;
    right[first + i] =
      (valueOf[planes.charCodeAt(i + n)]! << 12) |
      (valueOf[planes.charCodeAt(i + 3 * n)]! << 6) |
      valueOf[planes.charCodeAt(i + 5 * n)]!;
  }
}
