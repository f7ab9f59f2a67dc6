import { describe, expect, test } from 'vitest';
import { encodingIds, type SpecialMode } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import { loadEncoder } from './load-encoder.ts';
import type { TokenSlice } from './slice.ts';
import { seeded } from './testing/seeded.ts';
import { TokenDocument } from './token-document.ts';

const parts = [
  ...[' ', '  ', '\n', '\r\n', '\t', '\u0085', '\u00a0', '\u3000', ' \n ', '          '],
  ...['a', 'the ', 'Hello', 'ABCDEFGH', 'X', "'s", "'LL", "'", '’', 'ſ', 'don', '1', '12345', '٣'],
  ...[
    '東京',
    'です',
    'あ',
    '漢',
    '\u0301',
    'é',
    'ʰ',
    'ª',
    '👩‍🚀',
    '🍕',
    '\ud83d',
    '\ude00',
    '\udc00',
    '\ud800',
  ],
  ...[
    '/',
    '//',
    '!',
    '...',
    '{}',
    '\0',
    '=====',
    '<|',
    '|>',
    '<|endoftext|>',
    '<|endofprompt|>',
    'endoftext',
  ],
];

function randomText(next: (below: number) => number, most: number): string {
  let text = '';
  for (let n = next(most); n > 0; n--) {
    const part = parts[next(parts.length)]!;
    text += next(12) === 0 ? part.repeat(1 + next(40)) : part;
  }
  return text;
}

function specialsIn(encoder: Encoder, text: string): { token: string; at: number }[] {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    for (const token of encoder.special.keys()) if (text.startsWith(token, at)) found.push({ token, at });
  }
  return found.slice(0, 8);
}

/** Every span of the text's tokens, the slow way: from the bytes of each character. */
function spansOf(encoder: Encoder, text: string, ids: Iterable<number>): number[][] {
  const units: { start: number; end: number; byte: number; bytes: number }[] = [];
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const bytes = new TextEncoder().encode(character).length;
    for (let i = 0; i < bytes; i++) units.push({ start: unit, end: unit + character.length, byte, bytes });
    byte += bytes;
    unit += character.length;
  }
  let at = 0;
  return Array.from(ids, (id) => {
    const { length } = encoder.tokenBytes(id);
    const first = units[at]!;
    const last = units[at + length - 1]!;
    const span = [
      id,
      at,
      length,
      first.start,
      last.end,
      at - first.byte,
      last.byte + last.bytes - (at + length),
    ];
    at += length;
    return span;
  });
}

function rows({ ids, byteStarts, byteLengths, starts, ends, headBytes, tailBytes }: TokenSlice): number[][] {
  return Array.from(ids, (id, i) => [
    id,
    byteStarts[i]!,
    byteLengths[i]!,
    starts[i]!,
    ends[i]!,
    headBytes[i]!,
    tailBytes[i]!,
  ]);
}

describe.each(encodingIds)('%s', (id) => {
  test('2,016 edits of texts leave the ids that encoding the whole text gives', async () => {
    const encoder = await loadEncoder(id);
    const next = seeded(id.length * 7919 + id.charCodeAt(0));
    for (const mode of ['text', 'parse', 'refuse'] satisfies SpecialMode[]) {
      const as = mode === 'refuse' ? 'text' : mode;
      for (let run = 0; run < 14; run++) {
        const document = new TokenDocument(encoder, mode);
        let text = randomText(next, run % 2 === 0 ? 30 : 1500);
        document.open(text);
        for (let step = 0; step < 48; step++) {
          const from = next(text.length + 1);
          const to = Math.min(text.length, from + (next(3) === 0 ? next(40) : next(3)));
          const insert = next(3) === 0 ? '' : randomText(next, 4);
          const before = text;
          text = text.slice(0, from) + insert + text.slice(to);
          const summary = document.edit([{ from, to, insert }]);
          const wanted = encoder.encode(text, as);
          const { ids } = document.byIndex(0, summary.tokens);
          if (ids.join() !== wanted.join()) {
            expect({ before, from, to, insert, ids: [...ids] }).toEqual({
              before,
              from,
              to,
              insert,
              ids: [...wanted],
            });
          }
          expect(summary.length).toBe(text.length);
          if (mode === 'refuse') expect(summary.refused).toEqual(specialsIn(encoder, text));
        }
      }
    }
  });

  test('spans by offset and by index are those of the characters', async () => {
    const encoder = await loadEncoder(id);
    const next = seeded(4242);
    for (let run = 0; run < 40; run++) {
      const text = randomText(next, 400);
      const document = new TokenDocument(encoder, 'parse');
      const summary = document.open(text);
      const all = spansOf(encoder, text, encoder.encode(text, 'parse'));
      expect(rows(document.byIndex(0, summary.tokens))).toEqual(all);
      expect(summary.bytes).toBe(new TextEncoder().encode(text).length);
      for (let i = 0; i < 20; i++) {
        const from = next(text.length + 1);
        const to = from + next(Math.min(60, text.length - from + 1));
        const slice = document.slice(from, to);
        expect(rows(slice)).toEqual(all.filter(([, , , start, end]) => start! < to && end! > from));
        if (slice.ids.length > 0)
          expect(rows(document.byIndex(slice.first, slice.first + slice.ids.length))).toEqual(rows(slice));
      }
      expect(rows(document.last(7))).toEqual(all.slice(-7));
    }
  });
});

describe('long pieces', () => {
  const next = seeded(5);
  const letters = Array.from({ length: 60_000 }, () => 'aebあ字é'.charAt(next(6))).join('');

  test('open in steps, and give the ids and spans that the whole text has', async () => {
    const encoder = await loadEncoder('o200k_base');
    const text = `one ${letters} two${' '.repeat(50_000)}\n three`;
    const document = new TokenDocument(encoder, 'text');
    const steps = document.openInSteps(text);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThan(10);
    const wanted = encoder.encode(text, 'text');
    expect(document.summary).toMatchObject({ tokens: wanted.length, length: text.length, version: 1 });
    const all = spansOf(encoder, text.toWellFormed(), wanted);
    for (const from of [0, 3, 5, 30_001, 59_990, 60_004, 90_000, text.length - 8]) {
      const slice = document.slice(from, from + 5);
      expect(rows(slice)).toEqual(all.filter(([, , , start, end]) => start! < from + 5 && end! > from));
      expect(rows(document.byIndex(slice.first, Math.min(wanted.length, slice.first + 3)))).toEqual(
        all.slice(slice.first, slice.first + 3),
      );
    }
  });

  test('can be left before they are done, and the old text holds', async () => {
    const document = new TokenDocument(await loadEncoder('r50k_base'), 'text');
    document.open('old text');
    document.openInSteps(letters).next();
    expect(document.summary).toMatchObject({ version: 1, length: 8, tokens: 2 });
  });
});

describe('an edit', () => {
  test('in a word of a megabyte encodes a few pieces', async () => {
    const document = new TokenDocument(await loadEncoder('o200k_base'), 'text');
    document.open('The rain had stopped by four, and nobody noticed. '.repeat(20_000));
    // 'stopped' at 13: the word before can depend on it, as can the few whose look-ahead reaches it.
    document.edit([{ from: 500_013, to: 500_013, insert: 'x' }]);
    expect(document.rereadPieces).toBeLessThan(16);
  });

  test('outside the text, or over another, is refused, and nothing changes', async () => {
    const document = new TokenDocument(await loadEncoder('r50k_base'), 'text');
    const before = document.open('some text');
    expect(() => document.edit([{ from: 8, to: 10, insert: '' }])).toThrow(/\[8, 10\) in a text of 9/);
    const over = [
      { from: 0, to: 4, insert: 'a' },
      { from: 3, to: 5, insert: 'b' },
    ];
    expect(() => document.edit(over)).toThrow(/at 3 overlaps the one that ends at 4/);
    expect(() => document.slice(5, 4)).toThrow(RangeError);
    expect(() => document.byIndex(0, 3)).toThrow(/of 2 tokens/);
    expect(document.summary).toEqual(before);
  });

  test('of several places at once takes all offsets from the text before', async () => {
    const encoder = await loadEncoder('cl100k_base');
    const document = new TokenDocument(encoder, 'text');
    document.open('a b c d');
    const edits = [
      { from: 6, to: 7, insert: 'four' },
      { from: 0, to: 1, insert: 'one' },
      { from: 3, to: 3, insert: 'x' },
      { from: 3, to: 3, insert: 'y' },
    ];
    const { tokens } = document.edit(edits);
    // "a b" → "one b", then x and y in their order before " c", then "four" for d.
    expect(document.byIndex(0, tokens).ids).toEqual(encoder.encode('one bxy c four', 'text'));
  });

  test('of hundreds of places equals the whole text anew', async () => {
    const encoder = await loadEncoder('o200k_base');
    const document = new TokenDocument(encoder, 'text');
    document.open('cat '.repeat(2000));
    const edits = Array.from({ length: 2000 }, (_, i) => ({ from: 4 * i, to: 4 * i + 3, insert: 'horse' }));
    const { tokens } = document.edit(edits);
    expect(document.byIndex(0, tokens).ids).toEqual(encoder.encode('horse '.repeat(2000), 'text'));
  });

  test('of the way with special tokens encodes anew only where there is one', async () => {
    const encoder = await loadEncoder('r50k_base');
    const document = new TokenDocument(encoder, 'text');
    expect(document.open('a<|endoftext|>').tokens).toBe(encoder.encode('a<|endoftext|>', 'text').length);
    expect(document.setSpecial('parse')).toMatchObject({ version: 2, tokens: 2, refused: [] });
    expect(document.setSpecial('refuse').refused).toEqual([{ token: '<|endoftext|>', at: 1 }]);
    expect(document.edit([{ from: 0, to: 0, insert: 'bc' }]).refused).toEqual([
      { token: '<|endoftext|>', at: 3 },
    ]);
    expect(document.edit([{ from: 5, to: 6, insert: '' }]).refused).toEqual([]);
  });
});
