import { expect, test } from 'vitest';
import { graphemeSpans } from './graphemes.ts';
import { loadEncoder } from './load-encoder.ts';
import { TokenDocument } from './token-document.ts';

async function groups(text: string): Promise<string[]> {
  const document = new TokenDocument(await loadEncoder('r50k_base'), 'text');
  const slice = document.byIndex(0, document.open(text).tokens);
  const { starts, ends } = graphemeSpans(text, slice);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

test('every token of an astronaut is a part of the astronaut', async () => {
  // 👩‍🚀 is 👩 (4 bytes), a joiner (3) and 🚀 (4): one grapheme, several tokens.
  const found = await groups('a👩‍🚀b');
  expect(found[0]).toBe('a');
  expect(found.at(-1)).toBe('b');
  expect(new Set(found.slice(1, -1))).toEqual(new Set(['👩‍🚀']));
  expect(found.length).toBeGreaterThan(4);
});

test('a vowel sign belongs to its consonant', async () => {
  // न + म + स्ते: the last is स, a virama, त and a vowel sign.
  const text = 'नमस्ते';
  expect((await groups(text)).join('')).toContain('स्ते');
});

test('tokens of plain words are their own graphemes', async () => {
  expect(await groups('the rain, again')).toEqual(['the', ' rain', ',', ' again']);
});

test('a part of a text is enough, and too small a part is refused', async () => {
  const encoder = await loadEncoder('o200k_base');
  const document = new TokenDocument(encoder, 'text');
  const text = 'one 👩‍🚀 two';
  document.open(text);
  const slice = document.slice(4, 9);
  const { starts, ends } = graphemeSpans(text.slice(3, 10), slice, 3);
  expect([starts[0], ends[0]]).toEqual([3, 9]);
  expect(() => graphemeSpans(text.slice(6), slice, 6)).toThrow(/not all in \[6, 13\)/);
});
