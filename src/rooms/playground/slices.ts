import type { TokenSlice } from '../../core/tokens/slice.ts';

/** Two slices that follow each other, as one. */
export function joinSlices(a: TokenSlice, b: TokenSlice): TokenSlice {
  if (a.ids.length === 0) return b;
  if (b.ids.length === 0) return a;
  return {
    first: a.first,
    ids: join32(a.ids, b.ids),
    byteStarts: join32(a.byteStarts, b.byteStarts),
    byteLengths: join32(a.byteLengths, b.byteLengths),
    starts: join32(a.starts, b.starts),
    ends: join32(a.ends, b.ends),
    headBytes: join8(a.headBytes, b.headBytes),
    tailBytes: join8(a.tailBytes, b.tailBytes),
  };
}

/** Tokens [from, to) of a slice, counted within it. */
export function cutSlice(slice: TokenSlice, from: number, to: number): TokenSlice {
  return {
    first: slice.first + from,
    ids: slice.ids.slice(from, to),
    byteStarts: slice.byteStarts.slice(from, to),
    byteLengths: slice.byteLengths.slice(from, to),
    starts: slice.starts.slice(from, to),
    ends: slice.ends.slice(from, to),
    headBytes: slice.headBytes.slice(from, to),
    tailBytes: slice.tailBytes.slice(from, to),
  };
}

/** The same tokens with other text before them. */
export function shiftSlice(
  slice: TokenSlice,
  by: { readonly tokens: number; readonly bytes: number; readonly units: number },
): TokenSlice {
  return {
    ...slice,
    first: slice.first + by.tokens,
    byteStarts: slice.byteStarts.map((at) => at + by.bytes),
    starts: slice.starts.map((at) => at + by.units),
    ends: slice.ends.map((at) => at + by.units),
  };
}

/** The tokens of a slice that touch UTF-16 [from, to); one with no text of its own counts where it stands. */
export function touching(slice: TokenSlice, from: number, to: number): TokenSlice {
  const count = slice.ids.length;
  let first = 0;
  while (first < count && slice.ends[first]! < from) first++;
  let last = count;
  while (last > first && slice.starts[last - 1]! > to) last--;
  return cutSlice(slice, first, last);
}

function join32(a: Uint32Array, b: Uint32Array): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function join8(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
