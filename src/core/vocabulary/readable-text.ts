import { readUtf8, wellFormedLength } from '../tokens/read-utf8.ts';

/** A byte that belongs to no character stands in a text as this and its value: U+DC00 to U+DCFF. */
const escape = 0xdc00;

/**
 * The text of bytes [from, to) with each byte that is part of no character as one lone surrogate, as Python's
 * `surrogateescape` (PEP 383) writes it. U+FFFD is only there where the bytes say so, and no pattern for letters, digits
 * or signs takes a lone byte for a character.
 */
export function readableText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let start = from;
  for (let at = from; at < to;) {
    const length = wellFormedLength(bytes, at, to);
    if (length > 0) {
      at += length;
      continue;
    }
    text += readUtf8(bytes, start, at);
    for (const end = at - length; at < end; at += 1) text += String.fromCharCode(escape + bytes[at]!);
    start = at;
  }
  return text + readUtf8(bytes, start, to);
}

/** Whether a text of `readableText` has a byte that is part of no character. */
export function hasLooseBytes(text: string): boolean {
  return !text.isWellFormed();
}
