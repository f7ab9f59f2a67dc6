import { describe, expect, test } from 'vitest';
import { encodingIds } from './encoding-ids.ts';
import { loadEncoder } from './load-encoder.ts';
import type { TokenSlice } from './slice.ts';
import { editText, editTextNames } from './testing/edit-texts.ts';
import { seeded } from './testing/seeded.ts';
import { spansOf } from './testing/spans-of.ts';
import { tryEdits } from './testing/try-edits.ts';
import { TokenDocument } from './token-document.ts';

/** One row for each token of a slice: id, bytes, span, and what of its outer characters is elsewhere. */
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

const touching = (all: readonly number[][], from: number, to: number): number[][] =>
  all.filter(([, , , start, end]) => start! < to && end! > from);

describe.each(encodingIds)('%s', (id) => {
  // `npm run fuzz:edits` tries ten times as many.
  test.each(editTextNames)(
    '150 transactions on %s leave the ids and spans of the whole text',
    async (name) => {
      const encoder = await loadEncoder(id);
      expect([...tryEdits(encoder, name, id.length * 7919 + id.charCodeAt(0), 150)]).toEqual([]);
    },
  );

  test('spans by offset and by index are those of the characters', async () => {
    const encoder = await loadEncoder(id);
    const next = seeded(4242);
    for (const name of editTextNames) {
      const text = editText(name, 7);
      const document = new TokenDocument(encoder, 'parse');
      const summary = document.open(text);
      const all = rows(spansOf(encoder, text, encoder.encode(text, 'parse')));
      expect(rows(document.byIndex(0, summary.tokens))).toEqual(all);
      expect(summary.bytes).toBe(new TextEncoder().encode(text).length);
      for (let i = 0; i < 60; i++) {
        const from = next(text.length + 1);
        const to = from + next(Math.min(60, text.length - from + 1));
        const slice = document.slice(from, to);
        expect(rows(slice)).toEqual(touching(all, from, to));
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
    const all = rows(spansOf(encoder, text, wanted));
    for (const from of [0, 3, 5, 30_001, 59_990, 60_004, 90_000, text.length - 8]) {
      const slice = document.slice(from, from + 5);
      expect(rows(slice)).toEqual(touching(all, from, from + 5));
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

  test('of the way with special tokens leaves a megabyte around one of them alone', async () => {
    const encoder = await loadEncoder('o200k_base');
    const half = 'The rain had stopped by four, and nobody noticed. '.repeat(10_000);
    const document = new TokenDocument(encoder, 'text');
    document.open(`${half}<|endoftext|>${half}`);
    const { tokens } = document.setSpecial('parse');
    expect(document.rereadPieces).toBeLessThan(16);
    expect(tokens).toBe(2 * encoder.encode(half, 'text').length + 1);
  });
});

describe('opening in steps', () => {
  test('tells units and tokens so far, both only growing, up to the whole', async () => {
    const encoder = await loadEncoder('o200k_base');
    const text = 'one 👩‍🚀 <|endoftext|> two '.repeat(20_000);
    const document = new TokenDocument(encoder, 'parse');
    const told = [...document.openInSteps(text)];
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(({ total }) => total === text.length)).toBe(true);
    for (const field of ['done', 'tokens'] as const) {
      const values = told.map((progress) => progress[field]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
    // Half-way, the tokens so far are those of the text so far.
    const { done, tokens } = told[5]!;
    expect(encoder.encode(text.slice(0, done), 'parse')).toHaveLength(tokens);
    expect(told.at(-1)).toEqual({ done: text.length, total: text.length, tokens: document.summary.tokens });
  });

  test('finds special tokens that lie across two steps', async () => {
    const encoder = await loadEncoder('r50k_base');
    const document = new TokenDocument(encoder, 'refuse');
    // A step ends at 2^18.
    for (const at of [2 ** 18 - 13, 2 ** 18 - 4, 2 ** 18 - 1, 2 ** 18]) {
      const { refused } = document.open(
        `${'word '.repeat(60_000).slice(0, at)}<|endoftext|><|endoftext|> word`,
      );
      expect(refused.map((place) => place.at)).toEqual([at, at + 13]);
    }
  });
});
