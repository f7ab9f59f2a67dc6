import { expect, test } from 'vitest';
import { mergeTree } from '../../../../core/tokens/merge-tree.ts';
import { treeLayout } from './tree-layout.ts';

const step = (left: number, right: number, at: number, id: number) => ({ left, right, at, id, rank: id });

test('a part stands over the middle of its bytes, one row above the higher of its two', () => {
  // a b c d e → (a (b c)) d e
  const roots = mergeTree([1, 2, 3, 4, 5], [step(2, 3, 1, 300), step(1, 300, 0, 301)]);
  const { columns, rows, parts } = treeLayout(roots);
  expect([columns, rows]).toEqual([5, 3]);
  expect(parts.map(({ part, x, row }) => [part.id, x, row])).toEqual([
    [1, 0.5, 0],
    [2, 1.5, 0],
    [3, 2.5, 0],
    [300, 2, 1],
    [301, 1.5, 2],
    [4, 3.5, 0],
    [5, 4.5, 0],
  ]);
  expect(parts[4]!.made).toEqual({ left: parts[0], right: parts[3] });
});

test('a byte alone is one row', () => {
  expect(treeLayout(mergeTree([7], []))).toMatchObject({ columns: 1, rows: 1, parts: [{ x: 0.5, row: 0 }] });
});
