import { singleByteCount, type Vocabulary } from '../tokens/vocabulary.ts';

/**
 * The vocabulary that learned merges make, in the arrays that the encoders use. RangeError when a merge names an id that
 * is not there before it.
 */
export function bpeVocabulary(pairs: Uint32Array): Vocabulary {
  const size = singleByteCount + pairs.length / 2;
  const left = new Int32Array(size).fill(-1);
  const right = new Int32Array(size).fill(-1);
  const offsets = new Uint32Array(size + 1);
  for (let id = 0; id < size; id++) {
    let length = 1;
    if (id >= singleByteCount) {
      const l = pairs[2 * (id - singleByteCount)]!;
      const r = pairs[2 * (id - singleByteCount) + 1]!;
      if (l >= id || r >= id) throw new RangeError(`merge ${id} is of ${l} and ${r}, which come later`);
      left[id] = l;
      right[id] = r;
      length = offsets[l + 1]! - offsets[l]! + offsets[r + 1]! - offsets[r]!;
    }
    offsets[id + 1] = offsets[id]! + length;
  }
  const bytes = new Uint8Array(offsets[size]! + 16);
  for (let id = 0; id < size; id++) {
    const at = offsets[id]!;
    if (id < singleByteCount) bytes[at] = id;
    else {
      const l = left[id]!;
      const r = right[id]!;
      bytes.copyWithin(at, offsets[l]!, offsets[l + 1]);
      bytes.copyWithin(at + offsets[l + 1]! - offsets[l]!, offsets[r]!, offsets[r + 1]);
    }
  }
  return { size, bytes, offsets, left, right };
}
