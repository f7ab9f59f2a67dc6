import { expect, test } from 'vitest';
import type { SplitSource } from '../../compare/split-source.ts';
import { createSliceAsker, holds, type KnownSlices } from './slice-asker.ts';

const none = Uint32Array.of();

/** A source that answers when it is told to, and writes down what it was asked. */
function slow() {
  const asked: [number, number][] = [];
  const waiting: ((works: boolean) => void)[] = [];
  const source: SplitSource = {
    text: 'a'.repeat(1_000_000),
    count: 1,
    slice: (from, to) => {
      asked.push([from, to]);
      return new Promise((resolve, reject) => {
        waiting.push((works) =>
          works ? resolve({ first: 0, starts: none, ends: none }) : reject(new Error('broken')),
        );
      });
    },
  };
  const answer = async (works = true): Promise<void> => {
    waiting.shift()!(works);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { asked, answer, source };
}

function start() {
  let known: KnownSlices = new Map();
  const asker = createSliceAsker((now) => (known = now));
  return { asker, known: () => known };
}

test('4,096 units more are asked for on both sides, and what they hold is not asked for again', async () => {
  const { asked, answer, source } = slow();
  const { asker, known } = start();
  asker.want([source], 10_000, 11_000);
  await answer();
  asker.want([source], 14_000, 15_000);
  expect(asked).toEqual([[5904, 15_096]]);
  expect(holds(known().get(source), 14_000, 15_000)).toBe(true);
});

test('while one answer is waited for nothing else is asked; then for the newest wish alone', async () => {
  const { asked, answer, source } = slow();
  const { asker } = start();
  asker.want([source], 0, 1000);
  for (let from = 100_000; from <= 900_000; from += 100_000) asker.want([source], from, from + 1000);
  expect(asked).toHaveLength(1);
  await answer();
  expect(asked).toEqual([
    [0, 5096],
    [895_904, 905_096],
  ]);
});

test('a source that failed is left alone until something else is wanted', async () => {
  const { asked, answer, source } = slow();
  const { asker } = start();
  asker.want([source], 0, 1000);
  await answer(false);
  asker.want([source], 0, 1000);
  expect(asked).toHaveLength(1);
  asker.want([source], 0, 1001);
  expect(asked).toHaveLength(2);
});

test('what comes for a source that nobody looks at any more is not kept', async () => {
  const one = slow();
  const other = slow();
  const { asker, known } = start();
  asker.want([one.source], 0, 1000);
  asker.want([other.source], 0, 1000);
  await other.answer();
  await one.answer();
  expect([...known().keys()]).toEqual([other.source]);
});
