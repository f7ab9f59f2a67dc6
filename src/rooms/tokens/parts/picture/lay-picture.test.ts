import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layPicture, type LaidPicture } from './lay-picture.ts';
import type { Box } from './picture-atoms.ts';
import { awkwardTexts } from './testing/awkward-texts.ts';
import { tokensIn } from './testing/tokens-in.ts';

const tokensOf = await tokensIn('o200k_base');

const plain = { columns: 80, rows: 1000, tokens: 2000, least: () => 0 };
const lay = (text: string, limits: Partial<typeof plain> = {}) =>
  layPicture(text, tokensOf(text), { ...plain, ...limits });

/** Places of each token: row, first column, columns. */
const places = ({ grounds }: LaidPicture) =>
  grounds.map((boxes) => boxes.map(({ row, x, cells }) => [row, x, cells]));
const written = ({ runs }: LaidPicture) => runs.map(({ text }) => text).join('');

test('a token takes as many columns as it has letters', () => {
  expect(places(lay('Hello world'))).toEqual([[[0, 0, 5]], [[0, 5, 6]]]);
});

test('a row ends before a word that does not fit, not inside it', () => {
  // `It is` has 5 columns, ` Unbelievable` in its three tokens 13.
  const rows = lay('It is Unbelievable', { columns: 14 }).grounds.map((boxes) => boxes[0]!.row);
  expect(rows).toEqual([0, 0, 1, 1, 1]);
});

test('only a word that is wider than a row is cut, between tokens, and such a token anywhere', () => {
  const rows = lay('Unbelievable', { columns: 8 }).grounds.map((boxes) => boxes.map(({ row }) => row));
  expect(rows).toEqual([[0], [0], [1]]);
  expect(places(lay(' '.repeat(20), { columns: 8 }))).toEqual([
    [
      [0, 0, 8],
      [1, 0, 8],
      [2, 0, 4],
    ],
  ]);
});

test('a line break ends its row; a token of two of them has a ground in both rows', () => {
  expect(places(lay('a\n\nb'))).toEqual([
    [[0, 0, 1]],
    [
      [0, 1, 1.5],
      [1, 0, 1.5],
    ],
    [[2, 0, 1]],
  ]);
});

test('a character in several tokens is written once, over a ground for each of them', () => {
  // 輩 is two tokens.
  const laid = lay('輩');
  expect(places(laid)).toEqual([[[0, 0, 1]], [[0, 1, 1]]]);
  expect(laid.runs).toMatchObject([{ text: '輩', x: 0, cells: 2, isShared: true }]);
});

test('a token is at least as wide as what stands under it, with its letters in the middle', () => {
  const laid = lay('a b', { least: () => 4 });
  expect(places(laid)).toEqual([[[0, 0, 4]], [[0, 4, 4]]]);
  expect(laid.runs).toMatchObject([
    { text: 'a', x: 1.5 },
    { text: ' b', x: 5 },
  ]);
});

test('words from right to left stand so, and letters are joined across tokens', () => {
  const laid = lay('שלום עולם');
  const [first, second] = places(laid);
  expect(first![0]![1]).toBeGreaterThan(second![0]![1]!);
  const arabic = lay('مرحبا');
  expect(arabic.grounds.length).toBeGreaterThan(1);
  expect(written(arabic).replaceAll('\u200d', '')).toBe('مرحبا');
  expect(arabic.runs[0]!.text.endsWith('\u200d')).toBe(true);
});

test('no more rows than allowed: the tokens that begin in them, whole', () => {
  const text = 'one two three four\n'.repeat(50);
  const laid = lay(text, { rows: 10 });
  expect([laid.rows, laid.grounds.length]).toEqual([10, 50]);
  expect(written(laid)).toBe('one two three four\n'.repeat(10));
});

test('no more tokens than allowed', () => {
  const laid = lay('one two three four', { tokens: 3 });
  expect([laid.grounds.length, written(laid)]).toEqual([3, 'one two three']);
});

function hasOrder(laid: LaidPicture, columns: number): void {
  const boxes = laid.grounds.flat().sort((a, b) => a.row - b.row || a.x - b.x);
  boxes.forEach((box, at) => {
    expect(box.cells).toBeGreaterThan(0);
    expect(box.x + box.cells).toBeLessThanOrEqual(Math.max(columns, laid.columns) + 1e-6);
    const before: Box | undefined = boxes[at - 1];
    if (before?.row === box.row) expect(before.x + before.cells).toBeLessThanOrEqual(box.x + 1e-6);
  });
}

test.each(Object.entries(awkwardTexts))(
  '%s: every token has its ground, and the text is all there',
  (_, [text, said]) => {
    const { ids } = tokensOf(text);
    for (const least of [() => 0, () => 4]) {
      const laid = lay(text, { least });
      expect(laid.grounds.filter((boxes) => boxes.length > 0)).toHaveLength(ids.length);
      expect(written(laid)).toBe(said);
      hasOrder(laid, 80);
    }
  },
);

test('of any text no two grounds overlap, and every token has one', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\t',
    '東',
    '👩‍🚀',
    '\u0301',
    '\u200d',
    'א',
    'م',
    '3',
    '(',
    '\ud800',
    'न',
    'ि',
    '\u200f',
  );
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: 0, max: 5 }),
      (text, columns, least) => {
        const laid = lay(text, { columns, least: () => least });
        const { ids } = tokensOf(text);
        expect(laid.grounds.filter((boxes) => boxes.length > 0)).toHaveLength(ids.length);
        hasOrder(laid, columns);
      },
    ),
    { seed: 20, numRuns: 200 },
  );
});
