import { characterClass } from './character-class.ts';
import { unicodeClassRuns } from './unicode-classes.ts';

const bitOfLetter: Readonly<Record<string, number>> = {
  u: characterClass.upper,
  l: characterClass.lower,
  o: characterClass.otherLetter,
  m: characterClass.mark,
  n: characterClass.number,
  s: characterClass.space,
  r: characterClass.newline,
  x: characterClass.other,
};

/** The class bit of every code point, 0 to 10FFFF, as tiktoken sees it: V8's own Unicode tables are of another version. */
export const classOf: Uint8Array<ArrayBuffer> = unpack(unicodeClassRuns);

/** The class bit of the ASCII character that a byte is; 0 for bytes of longer characters. */
export const classOfAscii: Uint8Array<ArrayBuffer> = new Uint8Array(256);
classOfAscii.set(classOf.subarray(0, 128));

function unpack(runs: string): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(0x110000);
  let at = 0;
  for (const [, letter, length] of runs.matchAll(/([a-z])([0-9A-Z]*)/g)) {
    const end = at + (length === '' ? 1 : Number.parseInt(length!, 36));
    table.fill(bitOfLetter[letter!]!, at, end);
    at = end;
  }
  if (at !== table.length)
    throw new Error(`unicode-classes.ts covers ${at} code points, not ${table.length}`);
  return table;
}
