/** UTF-8 bytes of the character at UTF-16 offset `i`: 4 for a surrogate pair, 3 for half of one. */
export function bytesAt(text: string, i: number): 1 | 2 | 3 | 4 {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(i + 1))) return 4;
  return 3;
}

/** UTF-16 units of a character of so many UTF-8 bytes. */
export function unitsOf(bytes: number): 1 | 2 {
  return bytes === 4 ? 2 : 1;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** UTF-8 bytes of UTF-16 [from, to), neither of which is inside a pair. */
export function byteLength(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to;) {
    const width = bytesAt(text, i);
    bytes += width;
    i += unitsOf(width);
  }
  return bytes;
}

/** UTF-16 offset that is `bytes` UTF-8 bytes after `from`; both are at characters' ends. */
export function unitAfter(text: string, from: number, bytes: number): number {
  let i = from;
  for (let left = bytes; left > 0;) {
    const width = bytesAt(text, i);
    left -= width;
    i += unitsOf(width);
  }
  return i;
}
