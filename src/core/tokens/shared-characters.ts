import { readUtf8, wellFormedLength } from './read-utf8.ts';
import type { TokenSlice } from './slice.ts';
import type { VocabularyBytes } from './vocabulary-bytes.ts';

/** One character whose bytes lie in several tokens. */
export interface SharedCharacter {
  readonly text: string;
  /** Places in the slice of all tokens that hold a byte of it, in their order. */
  readonly tokens: readonly number[];
}

/**
 * The characters that the token at a place in a slice shares with others: none, its first, its last, or both. One that
 * reaches out of the slice, or whose bytes make no character, is left out.
 */
export function sharedCharacters(
  vocabulary: VocabularyBytes,
  slice: TokenSlice,
  at: number,
): SharedCharacter[] {
  const own = slice.byteStarts[at]!;
  const end = own + slice.byteLengths[at]!;
  const head = slice.headBytes[at]!;
  const tail = slice.tailBytes[at]!;
  if (head === 0 && tail === 0) return [];
  const around = bytesAround(vocabulary, slice, at, own - head, end + tail);
  const found: SharedCharacter[] = [];
  if (head > 0) found.push(...characterFrom(around, slice, own - head));
  // A token inside of one character shares that one character, not two.
  const lastStart = tail > 0 ? startBefore(around, end) : undefined;
  if (lastStart !== undefined && lastStart >= own) found.push(...characterFrom(around, slice, lastStart));
  return found;
}

/** Bytes of neighbours, where they begin in the text, and the places of the tokens that they are of. */
interface Around {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

/** At least the bytes [from, to) of the text, as far as the slice has them, in whole tokens. */
function bytesAround(
  { bytes, offsets }: VocabularyBytes,
  { ids, byteStarts, byteLengths }: TokenSlice,
  at: number,
  from: number,
  to: number,
): Around {
  let first = at;
  while (first > 0 && byteStarts[first]! > from) first--;
  let last = at;
  while (last < ids.length - 1 && byteStarts[last]! + byteLengths[last]! < to) last++;
  const start = byteStarts[first]!;
  const joined = new Uint8Array(byteStarts[last]! + byteLengths[last]! - start);
  for (let token = first; token <= last; token++) {
    const id = ids[token]!;
    joined.set(bytes.subarray(offsets[id], offsets[id + 1]), byteStarts[token]! - start);
  }
  return { bytes: joined, start, first, last };
}

/** Where the character begins that holds the byte before `end`; undefined when that is out of reach. */
function startBefore({ bytes, start }: Around, end: number): number | undefined {
  for (let place = end - 1; place >= start; place--)
    if ((bytes[place - start]! & 0xc0) !== 0x80) return place;
  return undefined;
}

/** The character that begins at byte `from` of the text, where there is a whole one. */
function characterFrom(
  { bytes, start, first, last }: Around,
  { byteStarts, byteLengths }: TokenSlice,
  from: number,
): SharedCharacter[] {
  if (from < start) return [];
  const length = wellFormedLength(bytes, from - start, bytes.length);
  if (length <= 0) return [];
  const tokens: number[] = [];
  for (let token = first; token <= last; token++) {
    const begin = byteStarts[token]!;
    if (begin < from + length && begin + byteLengths[token]! > from) tokens.push(token);
  }
  return [{ text: readUtf8(bytes, from - start, from - start + length), tokens }];
}
