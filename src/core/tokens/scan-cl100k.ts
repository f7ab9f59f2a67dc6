import { characterClass } from './character-class.ts';
import { classOfAscii } from './class-of.ts';
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
import { endMark } from './utf8.ts';

const letter = characterClass.upper | characterClass.lower | characterClass.otherLetter;
const number = characterClass.number;
const newline = characterClass.newline;
const symbol = characterClass.mark | characterClass.other;
const beforeWord = characterClass.space | characterClass.other;
const white = characterClass.space | newline;

/**
 * cl100k_base: `'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|`
 * `\s++$|\s*[\r\n]|\s+(?!\S)|\s`
 */
export function scanCl100k(bytes: Uint8Array, words: DataView, p: number): number {
  const b = bytes[p]!;
  let word = (classOfAscii[b]! & beforeWord) !== 0 ? p + 1 : p;
  if (b !== 0x27 && (classOfAscii[bytes[word]!]! & letter) !== 0) {
    word += 1;
    let n = 8;
    while (n === 8) {
      n = lettersOfEight(words, word, 0x20202020);
      word += n;
    }
    return bytes[word]! < 0x80 ? word : skip(bytes, word, letter);
  }
  if (b === 0x27) {
    const length = contractionLength(bytes, p, true);
    if (length > 0) return p + length;
  }
  let c = classAt(bytes, p);
  if ((c & letter) !== 0) return skip(bytes, p, letter);
  if (c === number) return skipThreeNumbers(bytes, p);
  if (c !== newline) {
    const next = p + widthOf(b);
    const after = classAt(bytes, next);
    if ((after & letter) !== 0) return skip(bytes, next, letter);
    if (b === 0x20) c = after;
  }
  if ((c & symbol) !== 0) return skip(bytes, skip(bytes, b === 0x20 ? p + 1 : p, symbol), newline);
  const end = skip(bytes, p, white);
  scanReach.until = Math.max(scanReach.until, end);
  if (bytes[end] === endMark) return end;
  return afterLastNewline(bytes, p, end) || whiteSpaceBeforeWord(bytes, p, end);
}
