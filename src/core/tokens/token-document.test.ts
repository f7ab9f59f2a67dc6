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
