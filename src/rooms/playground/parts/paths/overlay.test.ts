import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SamplePath } from '../../../../engines/live/live-client.ts';
import { exhibitPath } from './exhibit-path.ts';
import { overlay, type Overlay, type OverlayBranch } from './overlay.ts';

const texts = (branch: OverlayBranch) => branch.tokens.map(({ token }) => token.text).join('');

test('equal beginnings become one; children come by falling count', () => {
  const { count, different, children } = overlay([
    exhibitPath([' a', ' b']),
    exhibitPath([' a', ' c']),
    exhibitPath([' a', ' c']),
    exhibitPath([' d']),
  ]);
  expect([count, different]).toEqual([4, 3]);
  expect(children.map((each) => [texts(each), each.count, each.share])).toEqual([
    [' a', 3, 3 / 4],
    [' d', 1, 1 / 4],
  ]);
  expect(children[0]!.children.map((each) => [texts(each), each.count, each.share])).toEqual([
    [' c', 2, 2 / 3],
    [' b', 1, 1 / 3],
  ]);
});

test('a stretch without a fork is one branch, cut where a path ends', () => {
  const { children } = overlay([
    exhibitPath([' a', ' b', ' c', ' d']),
    exhibitPath([' a', ' b'], 'stop'),
    exhibitPath([' a', ' b', ' c', ' d']),
  ]);
  expect(children).toHaveLength(1);
  expect(texts(children[0]!)).toBe(' a b');
  expect(children[0]!.ends).toMatchObject([{ finish: 'stop', count: 1, share: 1 / 3 }]);
  expect(children[0]!.children.map(texts)).toEqual([' c d']);
  expect(children[0]!.children[0]!.share).toBe(2 / 3);
});

test('the reported probability is the mean: (0.5 + 0.25) ÷ 2 = 0.375; what was not told does not count', () => {
  const { children } = overlay([
    exhibitPath([[' a', 0.5]]),
    exhibitPath([[' a', 0.25]]),
    exhibitPath([' a']),
  ]);
  expect(children[0]!.tokens[0]!.probability).toBeCloseTo(0.375, 12);
  expect(overlay([exhibitPath([' a'])]).children[0]!.tokens[0]!.probability).toBeUndefined();
});

test('tokens are told apart by id where it is known, else by bytes', () => {
  const count = (paths: readonly SamplePath[]) => overlay(paths).children.length;
  expect(count([exhibitPath([[' a', 0.5, 1]]), exhibitPath([[' a', 0.5, 2]])])).toBe(2);
  expect(count([exhibitPath(['0xE381']), exhibitPath(['0xE382'])])).toBe(2);
  expect(count([exhibitPath(['0xE381']), exhibitPath(['0xE381'])])).toBe(1);
});

test('a path of which only the text was told is one piece; one without any ends before the first token', () => {
  const silent = exhibitPath([], 'stop');
  const told = overlay([{ ...silent, text: 'Hello there' }, silent]);
  expect(told.children.map(texts)).toEqual(['Hello there']);
  expect(told.ends).toMatchObject([{ finish: 'stop', count: 1 }]);
});

test('nothing laid over nothing is nothing', () => {
  expect(overlay([])).toEqual({ count: 0, different: 0, children: [], ends: [] });
});

/** Every path that the overlay holds, as often as it holds it. */
function unfold(from: Pick<Overlay, 'children' | 'ends'>, before = ''): string[] {
  return [
    ...from.ends.flatMap(({ finish, count }) => Array.from({ length: count }, () => `${before}.${finish}`)),
    ...from.children.flatMap((each) => unfold(each, before + texts(each))),
  ];
}

function everyBranch(children: readonly OverlayBranch[]): readonly OverlayBranch[] {
  return children.flatMap((each) => [each, ...everyBranch(each.children)]);
}

test('nothing is lost or counted twice: children and ends make up every count, and all paths can be read back', () => {
  const path = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }),
      fc.constantFrom('stop', 'length', undefined),
    )
    .map(([tokens, finish]) => exhibitPath(tokens, finish));
  const sum = (all: readonly { readonly count: number }[]) =>
    all.reduce((total, { count }) => total + count, 0);
  fc.assert(
    fc.property(fc.array(path, { maxLength: 30 }), (paths) => {
      const tree = overlay(paths);
      const told = paths.map(({ text, finish }) => `${text}.${finish}`);
      expect(unfold(tree).toSorted()).toEqual(told.toSorted());
      expect(tree.different).toBe(new Set(paths.map(({ text }) => text)).size);
      for (const { count, children, ends } of [tree, ...everyBranch(tree.children)]) {
        expect(sum(children) + sum(ends)).toBe(count);
        const counts = children.map((child) => child.count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        for (const child of children) expect(child.share).toBe(child.count / count);
      }
      // A single way on would be a part of the same branch.
      for (const { children, ends } of everyBranch(tree.children))
        expect(children.length === 1 && ends.length === 0).toBe(false);
    }),
    { seed: 1, numRuns: 500 },
  );
});
