import { characterClass } from './character-class.ts';
import { classOf } from './class-of.ts';
import { endMark } from './utf8.ts';

/**
 * Finds the end of the piece that begins at byte `p` (a character's first byte, not the end). `words` views `bytes`, which
 * go on for 12 bytes after the end mark.
 */
export type Scan = (bytes: Uint8Array, words: DataView, p: number) => number;

/**
 * Offset of the furthest character that the last scan looked at, when that is not where its piece ends or just after.
 * Scans only ever raise it; who wants to know sets it to 0 first.
 */
export const scanReach = { until: 0 };

/**
 * Bytes after its end (or after `scanReach.until`) on which a piece can depend without more being said: a character, an
 * apostrophe and a contraction, or the start of the longest special token.
 */
export const usualReach = 24;

/** Class bit of the character at `p`, 0 at the end mark. */
export function classAt(bytes: Uint8Array, p: number): number {
  const b = bytes[p]!;
  if (b < 0x80) return classOf[b]!;
  if (b < 0xe0) return classOf[((b & 0x1f) << 6) | (bytes[p + 1]! & 0x3f)]!;
  if (b < 0xf0) {
    return classOf[((b & 0xf) << 12) | ((bytes[p + 1]! & 0x3f) << 6) | (bytes[p + 2]! & 0x3f)]!;
  }
  if (b === endMark) return 0;
  return classOf[
    ((b & 7) << 18) | ((bytes[p + 1]! & 0x3f) << 12) | ((bytes[p + 2]! & 0x3f) << 6) | (bytes[p + 3]! & 0x3f)
  ]!;
}

/** Bytes of the character that begins with `b`. */
export function widthOf(b: number): number {
  return b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
}

/** Offset after the characters from `p` on whose class is in `mask`. */
export function skip(bytes: Uint8Array, p: number, mask: number): number {
  for (;;) {
    const b = bytes[p]!;
    if (b < 0x80) {
      if ((classOf[b]! & mask) === 0) return p;
      p += 1;
    } else {
      if ((classAt(bytes, p) & mask) === 0) return p;
      p += widthOf(b);
    }
  }
}

/**
 * How many of the next eight bytes are small ASCII letters before one that is not. Without a branch: the lengths of words
 * are hard to foretell. In `letterCase` 20 of each byte is set to take capitals for small letters.
 */
export function lettersOfEight(words: DataView, p: number, letterCase: number): number {
  const first = lettersOfFour(words.getInt32(p, true) | letterCase);
  return first + (lettersOfFour(words.getInt32(p + 4, true) | letterCase) & -(first >> 2));
}

/** subtle: a sum may carry out of a byte of 80 or more into the next; only bytes after it, which no longer count, see it. */
function lettersOfFour(word: number): number {
  const isNot = (~((word + 0x1f1f1f1f) & ~(word + 0x05050505)) | word) & 0x80808080;
  return (32 - Math.clz32((isNot - 1) & ~isNot)) >> 3;
}

/** `\p{N}{1,3}` where the first number is already seen at `p`. */
export function skipThreeNumbers(bytes: Uint8Array, p: number): number {
  let q = p;
  for (let n = 0; n < 3 && (classAt(bytes, q) & characterClass.number) !== 0; n++) q += widthOf(bytes[q]!);
  return q;
}

/**
 * Length in bytes of `'s 't 'm 'd 'll 've 're` at `p`, 0 when there is none; `p` holds the apostrophe.
 * With `anyCase`, `(?i:…)` of tiktoken's engine: the long s (U+017F, bytes C5 BF) folds to s as well.
 */
export function contractionLength(bytes: Uint8Array, p: number, anyCase: boolean): number {
  const fold = anyCase ? 0x20 : 0;
  const b = bytes[p + 1]!;
  if (b > 0x7f) return anyCase && b === 0xc5 && bytes[p + 2] === 0xbf ? 3 : 0;
  const first = b | fold;
  if (first === 0x73 || first === 0x64 || first === 0x6d || first === 0x74) return 2;
  const second = bytes[p + 2]! | fold;
  if (first === 0x6c) return second === 0x6c ? 3 : 0;
  return (first === 0x76 || first === 0x72) && second === 0x65 ? 3 : 0;
}

/**
 * `\s+(?!\S)|\s`: the white space [p, end) whole when the text ends there, else all but its last character,
 * unless that is the only one.
 */
export function whiteSpaceBeforeWord(bytes: Uint8Array, p: number, end: number): number {
  if (bytes[end] === endMark) return end;
  let last = end - 1;
  while ((bytes[last]! & 0xc0) === 0x80) last -= 1;
  return last === p ? end : last;
}

/** Offset after the last CR or LF in [p, end), or 0 when there is none. */
export function afterLastNewline(bytes: Uint8Array, p: number, end: number): number {
  for (let q = end; q > p; q--) {
    const b = bytes[q - 1]!;
    if (b === 0x0a || b === 0x0d) return q;
  }
  return 0;
}
