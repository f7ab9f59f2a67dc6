/** Bytes that must be free after a text in its buffer: the end mark, and room for word-wise reads. */
export const utf8Padding = 16;

/** Ends a text in its buffer. No byte of UTF-8 has this value. */
export const endMark = 0xff;

/**
 * Writes UTF-16 [from, to) of `text` as UTF-8 at `at` and returns the offset after it.
 * A surrogate without its other half becomes U+FFFD (three bytes), as in tiktoken.
 * `into` must hold three bytes per UTF-16 unit.
 */
export function writeUtf8(text: string, from: number, to: number, into: Uint8Array, at: number): number {
  let p = at;
  let i = from;
  const lastFour = to - 3;
  while (i < to) {
    const unit = text.charCodeAt(i++);
    if (unit < 0x80) {
      into[p++] = unit;
      // Most of most texts is ASCII: four units at a time take half as long.
      while (i < lastFour) {
        const a = text.charCodeAt(i);
        const b = text.charCodeAt(i + 1);
        const c = text.charCodeAt(i + 2);
        const d = text.charCodeAt(i + 3);
        if ((a | b | c | d) > 0x7f) break;
        into[p] = a;
        into[p + 1] = b;
        into[p + 2] = c;
        into[p + 3] = d;
        p += 4;
        i += 4;
      }
    } else if (unit < 0x800) {
      into[p++] = 0xc0 | (unit >> 6);
      into[p++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      into[p++] = 0xe0 | (unit >> 12);
      into[p++] = 0x80 | ((unit >> 6) & 0x3f);
      into[p++] = 0x80 | (unit & 0x3f);
    } else {
      const next = unit < 0xdc00 && i < to ? text.charCodeAt(i) : 0;
      if (next >= 0xdc00 && next <= 0xdfff) {
        i += 1;
        const point = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
        into[p++] = 0xf0 | (point >> 18);
        into[p++] = 0x80 | ((point >> 12) & 0x3f);
        into[p++] = 0x80 | ((point >> 6) & 0x3f);
        into[p++] = 0x80 | (point & 0x3f);
      } else {
        into[p++] = 0xef;
        into[p++] = 0xbf;
        into[p++] = 0xbd;
      }
    }
  }
  return p;
}
