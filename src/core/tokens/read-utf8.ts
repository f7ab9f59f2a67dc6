const unitsAtOnce = 8192;
const units = new Uint16Array(unitsAtOnce);

/**
 * The text of bytes [from, to). Bytes that are no UTF-8 become U+FFFD, one for each longest beginning of a character
 * (Unicode, "maximal subparts"), as in Python's `errors="replace"`. A byte-order mark is kept.
 */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let n = 0;
  let p = from;
  while (p < to) {
    if (n > unitsAtOnce - 2) {
      text += String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[]);
      n = 0;
    }
    const b = bytes[p]!;
    if (b < 0x80) {
      units[n++] = b;
      p += 1;
      continue;
    }
    const length = wellFormedLength(bytes, p, to);
    if (length < 0) {
      units[n++] = 0xfffd;
      p -= length;
    } else if (length === 2) {
      units[n++] = ((b & 0x1f) << 6) | (bytes[p + 1]! & 0x3f);
      p += 2;
    } else if (length === 3) {
      units[n++] = ((b & 0xf) << 12) | ((bytes[p + 1]! & 0x3f) << 6) | (bytes[p + 2]! & 0x3f);
      p += 3;
    } else {
      const point =
        ((b & 7) << 18) |
        ((bytes[p + 1]! & 0x3f) << 12) |
        ((bytes[p + 2]! & 0x3f) << 6) |
        (bytes[p + 3]! & 0x3f);
      units[n++] = 0xd7c0 + (point >> 10);
      units[n++] = 0xdc00 | (point & 0x3ff);
      p += 4;
    }
  }
  return text + String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[]);
}

/**
 * Bytes of the character at `p`, 1 to 4; or, when there is none, minus the bytes (1 to 3) of the longest
 * beginning of one. `to` ends the text.
 */
export function wellFormedLength(bytes: Uint8Array, p: number, to: number): number {
  const b = bytes[p]!;
  if (b < 0x80) return 1;
  if (b < 0xc2 || b > 0xf4) return -1;
  const length = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  // The second byte's range keeps out overlong forms, surrogates and what is beyond 10FFFF.
  const low = b === 0xe0 ? 0xa0 : b === 0xf0 ? 0x90 : 0x80;
  const high = b === 0xed ? 0x9f : b === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    const c = p + i < to ? bytes[p + i]! : 0;
    if (c < (i === 1 ? low : 0x80) || c > (i === 1 ? high : 0xbf)) return -i;
  }
  return length;
}
