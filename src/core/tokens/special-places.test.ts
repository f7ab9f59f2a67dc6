import { expect, test } from 'vitest';
import { loadEncoder } from './load-encoder.ts';
import { TokenDocument } from './token-document.ts';

test('a paste of 300,000 special tokens, and typing before them, keep every place', async () => {
  const encoder = await loadEncoder('r50k_base');
  const document = new TokenDocument(encoder, 'refuse');
  document.open('one two');
  const pasted = '<|endoftext|>'.repeat(300_000);
  document.edit([{ from: 4, to: 4, insert: pasted }]);
  const first = { token: '<|endoftext|>', at: 5 };
  expect(document.edit([{ from: 0, to: 0, insert: 'x' }]).refused[0]).toEqual(first);
  // What is left of all but the last: nothing, and that one is at 1 + 4.
  const rest = document.edit([{ from: 5, to: 5 + 13 * 299_999, insert: '' }]);
  expect(rest.refused).toEqual([first]);
  expect(document.setSpecial('parse').tokens).toBe(encoder.encode('xone <|endoftext|>two', 'parse').length);
});
