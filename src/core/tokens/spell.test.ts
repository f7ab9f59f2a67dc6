import { describe, expect, test } from 'vitest';
import { spell } from './spell.ts';
import type { VocabularyBytes } from './vocabulary-bytes.ts';

/** Ids 0 to 255 are single bytes; 256 is あ (E3 81 82), 257 its first two bytes, 258 「い」's last byte with an a. */
const words = [
  [0xe3, 0x81, 0x82],
  [0xe3, 0x81],
  [0x84, 0x61],
];
const all = [...Array.from({ length: 256 }, (_, byte) => [byte]), ...words];
const vocabulary: VocabularyBytes = {
  encoding: 'r50k_base',
  size: all.length,
  special: [],
  bytes: Uint8Array.from(all.flat()),
  offsets: Uint32Array.from([0, ...all].map((_, at) => all.slice(0, at).flat().length)),
};

describe('drawn ids spell', () => {
  test('whole characters as text, with their spans', () => {
    const { text, slice, loose, pending } = spell(vocabulary, [0x68, 256, 0x69]);
    expect(text).toBe('hあi');
    expect([...slice.starts]).toEqual([0, 1, 2]);
    expect([...slice.ends]).toEqual([1, 2, 3]);
    expect([...slice.byteStarts]).toEqual([0, 1, 4]);
    expect(loose).toEqual([]);
    expect(pending).toBe(0);
  });

  test('a character over two tokens as one, whose span both have', () => {
    const { text, slice, loose } = spell(vocabulary, [257, 258]);
    expect(text).toBe('いa');
    expect([...slice.starts]).toEqual([0, 0]);
    expect([...slice.ends]).toEqual([1, 2]);
    expect([...slice.tailBytes]).toEqual([1, 0]);
    expect([...slice.headBytes]).toEqual([0, 2]);
    expect(loose).toEqual([]);
  });

  test('the beginning of a character at the end as bytes that wait', () => {
    const { text, slice, loose, pending } = spell(vocabulary, [0x61, 257]);
    expect(text).toBe('a');
    expect([...slice.starts]).toEqual([0, 1]);
    expect([...slice.ends]).toEqual([1, 1]);
    expect(loose).toEqual([{ token: 1, at: 1, bytes: Uint8Array.of(0xe3, 0x81) }]);
    expect(pending).toBe(2);
  });

  test('bytes that are no UTF-8 as bytes, and nothing waits for them', () => {
    const { text, loose, pending } = spell(vocabulary, [0xff, 0x61, 0x82, 0x82]);
    expect(text).toBe('a');
    expect(loose.map(({ token, at, bytes }) => [token, at, ...bytes])).toEqual([
      [0, 0, 0xff],
      [2, 1, 0x82],
      [3, 1, 0x82],
    ]);
    expect(pending).toBe(0);
  });

  test('U+FFFD only where the ids spell that character', () => {
    expect(spell(vocabulary, [0xef, 0xbf, 0xbd]).text).toBe('\uFFFD');
    expect(spell(vocabulary, [0xef, 0xbf]).text).toBe('');
  });

  test('an id that does not exist is refused', () => {
    expect(() => spell(vocabulary, [999])).toThrow('no token with the id 999');
  });
});
