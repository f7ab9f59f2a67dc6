import { expect, test } from 'vitest';
import { seeded } from '../../core/tokens/testing/seeded.ts';
import { PageText } from './page-text.ts';

test('1,000 edits, small and over several parts, leave what cutting the whole string leaves', () => {
  const next = seeded(11);
  let text = 'The rain had stopped by four. '.repeat(10_000);
  const kept = new PageText(text);
  for (let i = 0; i < 1000; i++) {
    const from = next(text.length + 1);
    const to = Math.min(text.length, from + (next(20) === 0 ? next(150_000) : next(4)));
    const insert = next(30) === 0 ? 'pasted '.repeat(next(30_000)) : 'ab'.slice(next(3));
    kept.edit([{ from, to, insert }]);
    text = text.slice(0, from) + insert + text.slice(to);
    if (i % 20 === 0) expect(kept.toString() === text).toBe(true);
  }
  expect(kept.toString() === text).toBe(true);
});

test.each([3, 500])('%i edits at once are all of the text before', (count) => {
  const kept = new PageText('cat '.repeat(count));
  const edits = Array.from({ length: count }, (_, i) => ({ from: 4 * i, to: 4 * i + 3, insert: 'horse' }));
  kept.edit(edits.toReversed());
  expect(kept.toString()).toBe('horse '.repeat(count));
});

test('inserts at one place stay in their order', () => {
  const kept = new PageText('');
  kept.edit(['a', 'b', 'c'].map((insert) => ({ from: 0, to: 0, insert })));
  expect(kept.toString()).toBe('abc');
});

test('an edit that does not fit changes nothing', () => {
  const kept = new PageText('abc');
  const over = [
    { from: 0, to: 2, insert: '' },
    { from: 1, to: 3, insert: '' },
  ];
  expect(() => kept.edit(over)).toThrow('edit [1, 3) does not fit after 2 in 3 units');
  expect(() => kept.edit([{ from: 1, to: 4, insert: '' }])).toThrow(RangeError);
  expect(kept.toString()).toBe('abc');
});
