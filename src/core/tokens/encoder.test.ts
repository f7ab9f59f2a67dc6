import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { loadEncoding } from '../load-encoding.ts';
import { encodingIds } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import { loadEncoder } from './load-encoder.ts';
import { seeded } from './testing/seeded.ts';

const hello = [15496, 11, 995];

describe('one token', () => {
  test('has the bytes that its text has', async () => {
    const encoder = await loadEncoder('r50k_base');
    expect([...encoder.encode('Hello, world', 'text')]).toEqual(hello);
    expect([...encoder.tokenBytes(995)]).toEqual([0x20, 0x77, 0x6f, 0x72, 0x6c, 0x64]);
    expect(encoder.decode([50256])).toBe('<|endoftext|>');
  });

  test('that does not exist is refused, a hole as well', async () => {
    const encoder = await loadEncoder('cl100k_base');
    expect(() => encoder.tokenBytes(100_277)).toThrow(/whole numbers from 0 to 100276/);
    expect(() => encoder.tokenBytes(-1)).toThrow(RangeError);
    expect(() => encoder.decode([0, 1.5])).toThrow(RangeError);
    for (const hole of [100_256, 100_261, 100_275])
      expect(() => encoder.tokenBytes(hole)).toThrow(/stand for nothing/);
  });

  test('of half a character decodes to U+FFFD alone, and to the character with the other half', async () => {
    const encoder = await loadEncoder('r50k_base');
    const ids = encoder.encode('漢', 'text');
    expect(ids.length).toBe(3);
    expect(encoder.decode(ids)).toBe('漢');
    expect(encoder.decode(ids.subarray(0, 1))).toBe('\ufffd');
  });
});

test('a special token is text, one id, or refused with its place', async () => {
  const encoder = await loadEncoder('o200k_base');
  const text = 'é👩‍🚀 <|endofprompt|>';
  expect(encoder.encode(text, 'parse').at(-1)).toBe(200_018);
  expect(encoder.decode(encoder.encode(text, 'text'))).toBe(text);
  // é is one UTF-16 unit, 👩‍🚀 five, the space one.
  try {
    encoder.encode(text, 'refuse');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(FaultError);
    expect((error as FaultError).fault).toMatchObject({
      code: 'special-token-refused',
      detail: { token: '<|endofprompt|>', at: 7 },
    });
  }
  // r50k has no such token: there it is text like any other.
  const older = await loadEncoder('r50k_base');
  expect(older.encode(text, 'refuse')).toEqual(older.encode(text, 'text'));
});

describe.each(encodingIds)('%s', (id) => {
  test('gives back any text, each lone surrogate as U+FFFD', async () => {
    const encoder = await loadEncoder(id);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, cut) => {
        const given = cut ? text.slice(1) : text;
        expect(encoder.decode(encoder.encode(given, 'text'))).toBe(given.toWellFormed());
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('each ordinary token of it that is text encodes to itself, but for those that its pattern cuts', async () => {
    const encoder = await loadEncoder(id);
    const { bytes, offsets, size } = encoder.vocabularyBytes();
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let cut = 0;
    for (let token = 0; token < size; token++) {
      const own = bytes.subarray(offsets[token], offsets[token + 1]);
      if (own.length === 0 || [...encoder.special.values()].includes(token)) continue;
      let text: string;
      try {
        text = decoder.decode(own);
      } catch {
        continue;
      }
      const ids = encoder.encode(text, 'text');
      if (ids.length !== 1 || ids[0] !== token) cut += 1;
    }
    // The published analysis of o200k_base names the same twelve ("Fishing for Magikarp", Land & Bartolo 2024).
    expect(cut).toBe(id === 'o200k_base' ? 12 : 0);
  });

  test('a long piece merges as one pair at a time, lowest rank first, would', async () => {
    const encoder = await loadEncoder(id);
    const next = seeded(11);
    const alphabets = ['ab', 'aeiourstln', 'あいうのー漢字東大学', 'еоaиâ', '=-', 'qxzj', '𐐨👩'];
    for (const alphabet of alphabets) {
      const letters = [...alphabet];
      for (const length of [3, 30, 97, 130, 700]) {
        const text = Array.from({ length }, () => letters[next(letters.length)]!).join('');
        // Symbols and letters do not mix in these alphabets, so that each text is one piece.
        expect([...encoder.encode(text, 'text')]).toEqual(mergedSlowly(encoder, text));
      }
    }
  });
});

const ranks = new Map<Encoder, Map<string, number>>();

function ranksOf(encoder: Encoder): Map<string, number> {
  let known = ranks.get(encoder);
  if (known === undefined) {
    known = new Map();
    const { bytes, offsets, size } = encoder.vocabularyBytes();
    const special = new Set(encoder.special.values());
    const all = Buffer.from(bytes).toString('latin1');
    for (let id = 0; id < size; id++) {
      if (offsets[id + 1]! > offsets[id]! && !special.has(id))
        known.set(all.slice(offsets[id], offsets[id + 1]), id);
    }
    ranks.set(encoder, known);
  }
  return known;
}

function mergedSlowly(encoder: Encoder, text: string): number[] {
  const known = ranksOf(encoder);
  const parts = Buffer.from(text).toString('latin1').split('');
  for (;;) {
    let best = Infinity;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const rank = known.get(parts[i]! + parts[i + 1]!) ?? Infinity;
      if (rank < best) [best, at] = [rank, i];
    }
    if (at < 0) return parts.map((part) => known.get(part)!);
    parts.splice(at, 2, parts[at]! + parts[at + 1]!);
  }
}

describe('loadEncoding', () => {
  test('encodes to plain arrays and back, special tokens as text unless told otherwise', async () => {
    const encoding = await loadEncoding('r50k_base');
    expect(encoding.size).toBe(50_257);
    expect(encoding.encode('Hello, world')).toEqual(hello);
    expect(encoding.encode('<|endoftext|>', { special: 'parse' })).toEqual([50_256]);
    expect(encoding.encode('<|endoftext|>').length).toBe(7);
    expect(encoding.decode(hello)).toBe('Hello, world');
    expect([...encoding.tokenBytes(11)]).toEqual([0x2c]);
  });

  test('refuses a name and a mode that it does not know, and says what there is', async () => {
    // @ts-expect-error: a program without types may ask for anything
    await expect(loadEncoding('gpt2')).rejects.toThrow(/r50k_base, p50k_base, cl100k_base, o200k_base/);
    const encoding = await loadEncoding('r50k_base');
    // @ts-expect-error: the same
    expect(() => encoding.encode('a', { special: 'drop' })).toThrow(/text, parse, refuse/);
  });
});
