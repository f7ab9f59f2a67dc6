import { byteSpans } from '../../../core/tokens/byte-spans.ts';
import { readUtf8 } from '../../../core/tokens/read-utf8.ts';
import { alignText, type Alignment } from './align-text.ts';

/** The tokens' spans in a text, from the bytes that each of them stands for. In steps. */
export function* placeTokens(
  surfaces: readonly Uint8Array[],
  text: string,
): Generator<void, Alignment, void> {
  const lengths = surfaces.map((part) => part.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const part of surfaces) {
    bytes.set(part, at);
    at += part.length;
  }
  yield;
  const said = readUtf8(bytes, 0, bytes.length);
  // Bytes that are no UTF-8 make what is said longer or shorter than it is: there is no telling where they stand.
  if (new TextEncoder().encode(said).length !== bytes.length)
    return { starts: new Uint32Array(lengths.length), ends: new Uint32Array(lengths.length) };
  const spans = byteSpans(said, lengths);
  if (said === text) return spans;
  yield;
  const place = yield* alignText(said, text);
  let cursor = 0;
  for (let i = 0; i < lengths.length; i++) {
    const start = spans.starts[i]!;
    const end = spans.ends[i]!;
    spans.starts[i] = start === end ? cursor : place.starts[start]!;
    cursor = spans.ends[i] = start === end ? cursor : place.ends[end - 1]!;
  }
  return spans;
}
