import { expect, test } from 'vitest';
import { loadEncoder } from './load-encoder.ts';
import { seeded } from './testing/seeded.ts';
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

test('each special token is counted, whatever is made of it, through typing, cutting and reading anew', async () => {
  const document = new TokenDocument(await loadEncoder('cl100k_base'), 'text');
  const end = '<|endoftext|>';
  const fill = '<|fim_middle|>';
  expect(document.open(`a${end}b${fill}c${end}`).special).toEqual([
    { token: end, count: 2 },
    { token: fill, count: 1 },
  ]);
  // A letter inside the first one unmakes it; taking the letter out makes it again.
  expect(document.edit([{ from: 3, to: 3, insert: 'x' }]).special[0]).toEqual({ token: end, count: 1 });
  expect(document.edit([{ from: 3, to: 4, insert: '' }]).special[0]).toEqual({ token: end, count: 2 });
  expect(document.setSpecial('parse').special).toHaveLength(2);
  // 1 + 13 + 1 units, then the second kind's 14.
  expect(document.edit([{ from: 15, to: 29, insert: '' }]).special).toEqual([{ token: end, count: 2 }]);
  expect(document.open('<|im_start|> is none of cl100k_base').special).toEqual([]);
});

test('counts after 400 random edits are those of the text opened afresh', async () => {
  const encoder = await loadEncoder('cl100k_base');
  const next = seeded(91);
  const bits = ['<|', '|>', 'endoftext', '<|endoftext|>', '<|fim_prefix|>', 'a ', '<'];
  const edited = new TokenDocument(encoder, 'text');
  let text = bits.join('').repeat(4);
  edited.open(text);
  for (let round = 0; round < 400; round++) {
    const from = next(text.length + 1);
    const to = Math.min(text.length, from + next(9));
    const insert = bits[next(bits.length)]!;
    text = text.slice(0, from) + insert + text.slice(to);
    const { special } = edited.edit([{ from, to, insert }]);
    if (round % 10 > 0) continue;
    expect(special).toEqual(new TokenDocument(encoder, 'text').open(text).special);
  }
});
