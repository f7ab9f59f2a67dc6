import { bytesAt, unitsOf } from './unit-widths.ts';

/**
 * UTF-16 spans of neighbouring tokens that together spell `text`, from their lengths in bytes. A token that begins or ends
 * inside a character has the whole character in its span, as in TokenSlice; one of no bytes is empty.
 * RangeError when the lengths are not those of the text's UTF-8.
 */
export function byteSpans(
  text: string,
  byteLengths: ArrayLike<number>,
): { readonly starts: Uint32Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> } {
  const starts = new Uint32Array(byteLengths.length);
  const ends = new Uint32Array(byteLengths.length);
  let unit = 0;
  /** Bytes of the character at `unit` that are in tokens before. */
  let used = 0;
  for (let i = 0; i < byteLengths.length; i++) {
    starts[i] = unit;
    let left = byteLengths[i]! + used;
    used = 0;
    while (left > 0) {
      if (unit >= text.length)
        throw new RangeError(`Tokens are longer than the text of ${text.length} units.`);
      const width = bytesAt(text, unit);
      if (left < width) {
        used = left;
        break;
      }
      left -= width;
      unit += unitsOf(width);
    }
    ends[i] = used > 0 ? unit + unitsOf(bytesAt(text, unit)) : unit;
  }
  if (unit < text.length) throw new RangeError(`Tokens end at unit ${unit} of ${text.length}.`);
  return { starts, ends };
}
