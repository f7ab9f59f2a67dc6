import { characterClass } from './character-class.ts';
import { classOf, classOfAscii } from './class-of.ts';
import {
  afterLastNewline,
  classAt,
  contractionLength,
  lettersOfEight,
  scanReach,
  skip,
  skipThreeNumbers,
  whiteSpaceBeforeWord,
  widthOf,
} from './scan-basics.ts';

const { upper, lower, otherLetter, mark, number, newline } = characterClass;
const bothCases = otherLetter | mark;
const notLower = upper | bothCases;
const notUpper = lower | bothCases;
const asciiLetter = upper | lower;
const letter = upper | lower | otherLetter;
const symbol = mark | characterClass.other;
const beforeWord = characterClass.space | characterClass.other;
const white = characterClass.space | newline;

/**
 * End of a word that starts at `s` (after what may stand before it), by the pattern's two forms in their order:
 * `[upper, both]*[lower, both]+`, else `[upper, both]+[lower, both]*`. Negative when only the second form matches;
 * `s` itself when neither does.
 *
 * subtle: the first form gives characters back when no lower-case letter follows its run, until it stands before
 * one that counts as both cases. So the word ends after the run's last such character, however far back.
 */
function wordEnd(bytes: Uint8Array, s: number): number {
  let p = s;
  let afterBoth = -1;
  for (;;) {
    const b = bytes[p]!;
    const c = b < 0x80 ? classOf[b]! : classAt(bytes, p);
    if (c === lower) return skip(bytes, p, notUpper);
    if ((c & notLower) === 0) break;
    p += widthOf(b);
    if (c !== upper) afterBoth = p;
  }
  scanReach.until = Math.max(scanReach.until, p);
  if (afterBoth >= 0) return afterBoth;
  return p === s ? s : -p;
}

/** The same for a word of ASCII letters alone, as most are: capitals, then small letters. */
function asciiWordEnd(bytes: Uint8Array, words: DataView, s: number): number {
  let p = s + 1;
  let n = lettersOfEight(words, p, 0);
  if (n === 0 && classOfAscii[bytes[s]!] === upper) {
    while (classOfAscii[bytes[p]!] === upper) p += 1;
    n = lettersOfEight(words, p, 0);
  }
  p += n;
  while (n === 8) {
    n = lettersOfEight(words, p, 0);
    p += n;
  }
  return p;
}

function withContraction(bytes: Uint8Array, end: number): number {
  return bytes[end] === 0x27 ? end + contractionLength(bytes, end, true) : end;
}

/**
 * o200k_base: `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|`
 * the same with `+` and `*` exchanged, `|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 */
export function scanO200k(bytes: Uint8Array, words: DataView, p: number): number {
  const b = bytes[p]!;
  const word = (classOfAscii[b]! & beforeWord) !== 0 ? p + 1 : p;
  if ((classOfAscii[bytes[word]!]! & asciiLetter) !== 0) {
    const end = asciiWordEnd(bytes, words, word);
    const after = bytes[end]!;
    if (after < 0x80) return after === 0x27 ? end + contractionLength(bytes, end, true) : end;
  }
  let c = classAt(bytes, p);
  if (c === number) return skipThreeNumbers(bytes, p);
  if ((c & letter) !== 0) return withContraction(bytes, Math.abs(wordEnd(bytes, p)));
  if (c !== newline) {
    const next = p + widthOf(b);
    const end = wordEnd(bytes, next);
    if (end > next) return withContraction(bytes, end);
    // A mark may stand before a word or be one: alone it matches the first form, which is tried before the second.
    if (c === mark) return withContraction(bytes, next);
    if (end < 0) return withContraction(bytes, -end);
    if (b === 0x20) c = classAt(bytes, next);
  }
  if ((c & symbol) !== 0) {
    let q = skip(bytes, b === 0x20 ? p + 1 : p, symbol);
    while (bytes[q] === 0x0a || bytes[q] === 0x0d || bytes[q] === 0x2f) q += 1;
    return q;
  }
  const end = skip(bytes, p, white);
  scanReach.until = Math.max(scanReach.until, end);
  return afterLastNewline(bytes, p, end) || whiteSpaceBeforeWord(bytes, p, end);
}
