import type { Encoder } from '../encoder.ts';
import type { TokenSlice } from '../slice.ts';

/** All tokens of a text with their spans, from each character's bytes and without any of what a document knows. */
export function spansOf(encoder: Encoder, text: string, ids: Uint32Array<ArrayBuffer>): TokenSlice {
  const starts: number[] = [];
  const ends: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  let unit = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (let i = 0; i < bytes; i++) {
      starts.push(unit);
      ends.push(unit + character.length);
      before.push(i);
      after.push(bytes - 1 - i);
    }
    unit += character.length;
  }
  const byteStarts = new Uint32Array(ids.length);
  const byteLengths = ids.map((id) => encoder.tokenBytes(id).length);
  for (let i = 1; i < ids.length; i++) byteStarts[i] = byteStarts[i - 1]! + byteLengths[i - 1]!;
  const first = (bytes: readonly number[]) => byteStarts.map((at) => bytes[at]!);
  const last = (bytes: readonly number[]) => byteStarts.map((at, i) => bytes[at + byteLengths[i]! - 1]!);
  return {
    first: 0,
    ids,
    byteStarts,
    byteLengths,
    starts: first(starts),
    ends: last(ends),
    headBytes: Uint8Array.from(first(before)),
    tailBytes: Uint8Array.from(last(after)),
  };
}

const fields = ['ids', 'byteStarts', 'byteLengths', 'starts', 'ends', 'headBytes', 'tailBytes'] as const;

/** The first field in which two slices differ, undefined when they are the same. */
export function differingField(a: TokenSlice, b: TokenSlice): string | undefined {
  if (a.first !== b.first) return 'first';
  return fields.find((field) => {
    const [x, y] = [a[field], b[field]];
    return x.length !== y.length || x.some((value, i) => value !== y[i]);
  });
}

/** Tokens [from, to) of a slice of all. */
export function partOf(all: TokenSlice, from: number, to: number): TokenSlice {
  return {
    first: from,
    ids: all.ids.slice(from, to),
    byteStarts: all.byteStarts.slice(from, to),
    byteLengths: all.byteLengths.slice(from, to),
    starts: all.starts.slice(from, to),
    ends: all.ends.slice(from, to),
    headBytes: all.headBytes.slice(from, to),
    tailBytes: all.tailBytes.slice(from, to),
  };
}
