import { expect, test } from 'vitest';
import { documentFromJson, documentToJson } from './drawn-rows.ts';

/** id, at, end, u, draws, by hand, model, final, entropy of one token drawn over "ab". */
const row: readonly unknown[] = [64, 0, 1, 0.5, 3, 0, 0.25, 0.125, 1.5];

function read(drawn: readonly (readonly unknown[])[]) {
  return documentFromJson({ text: 'ab', plain: 0, exact: 1, drawn });
}

test('a row becomes a drawn token and the same row again', () => {
  const document = read([row]);
  if (!document.ok) throw new Error(document.fault.message);
  expect(document.value.drawn).toEqual([
    {
      id: 64,
      at: 0,
      end: 1,
      u: 0.5,
      draws: 3,
      by: 'draw',
      maker: 'trigram',
      model: 0.25,
      final: 0.125,
      entropy: 1.5,
    },
  ]);
  expect(documentToJson(document.value)).toEqual({ text: 'ab', plain: 0, exact: 1, drawn: [row] });
});

test('a tenth value names the model; without it, as in the first links, it was the trigram', () => {
  const document = read([[...row, 'tiny']]);
  if (!document.ok) throw new Error(document.fault.message);
  expect(document.value.drawn[0]!.maker).toBe('tiny');
  expect(documentToJson(document.value)).toMatchObject({ drawn: [[...row, 'tiny']] });
});

test.each([
  ['a tenth value that is no model', [...row, 0], 'drawn.0.9'],
  ['eight values', row.slice(0, 8), 'drawn.0.8'],
  ['half an id', row.with(0, 1.5), 'drawn.0.0'],
  ['an id past the whole numbers that doubles hold', row.with(0, 2 ** 53), 'drawn.0.0'],
  ['u of 1, since u is below 1', row.with(3, 1), 'drawn.0.3'],
  ['neither drawn nor by hand', row.with(5, 2), 'drawn.0.5'],
  ['a probability above 1', row.with(7, 1.01), 'drawn.0.7'],
  // JSON has no infinity, but its reader makes one of a number that is too large.
  ['an endless entropy', row.with(8, JSON.parse('1e999')), 'drawn.0.8'],
])('%s is refused and its place is named', (_, drawn, place) => {
  const document = read([drawn]);
  expect(document.ok ? '' : document.fault.message).toContain(`at ${place}`);
});

test('a token that ends after the text is refused', () => {
  const document = read([row.with(2, 3)]);
  expect(document.ok ? '' : document.fault.message).toBe('document: token 0 lies outside the text');
});
