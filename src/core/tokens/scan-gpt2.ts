import { characterClass } from './character-class.ts';
import { classOfAscii } from './class-of.ts';
import {
  classAt,
  contractionLength,
  lettersOfEight,
  scanReach,
  skip,
  whiteSpaceBeforeWord,
} from './scan-basics.ts';

const letter = characterClass.upper | characterClass.lower | characterClass.otherLetter;
const number = characterClass.number;
const symbol = characterClass.mark | characterClass.other;
const white = characterClass.space | characterClass.newline;

/**
 * r50k_base and p50k_base:
 * `'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s`
 */
export function scanGpt2(bytes: Uint8Array, words: DataView, p: number): number {
  const b = bytes[p]!;
  let word = b === 0x20 ? p + 1 : p;
  if ((classOfAscii[bytes[word]!]! & letter) !== 0) {
    word += 1;
    let n = 8;
    while (n === 8) {
      n = lettersOfEight(words, word, 0x20202020);
      word += n;
    }
    return bytes[word]! < 0x80 ? word : skip(bytes, word, letter);
  }
  if (b === 0x27) {
    const length = contractionLength(bytes, p, false);
    if (length > 0) return p + length;
  }
  const q = b === 0x20 ? p + 1 : p;
  const c = classAt(bytes, q);
  if ((c & letter) !== 0) return skip(bytes, q, letter);
  if ((c & symbol) !== 0) return skip(bytes, q, symbol);
  if (c === number) return skip(bytes, q, number);
  const end = skip(bytes, p, white);
  scanReach.until = Math.max(scanReach.until, end);
  return whiteSpaceBeforeWord(bytes, p, end);
}
