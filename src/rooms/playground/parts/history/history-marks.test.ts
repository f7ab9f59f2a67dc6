import { expect, test } from 'vitest';
import { historyMarks, type HistoryEntry } from './history-marks.ts';

const entry = (model: number): HistoryEntry => ({
  id: 1,
  by: 'draw',
  maker: 'tiny',
  model,
  final: model,
  entropy: 1,
});

test('a probability of 1⁄8 is 3 bits, a quarter of the usual 12', () => {
  const [mark] = historyMarks([entry(1 / 8)], 10);
  expect(mark).toMatchObject({ index: 0, surprisal: 3, height: 0.25 });
});

test('something more surprising than usual sets the scale for all', () => {
  const marks = historyMarks([entry(2 ** -6), entry(2 ** -24)], 10);
  expect(marks.map((mark) => mark.height)).toEqual([0.25, 1]);
});

test('a token that the model ruled out is a full bar, and does not flatten the others', () => {
  const marks = historyMarks([entry(0), entry(2 ** -6)], 10);
  expect(marks.map((mark) => [mark.surprisal, mark.height])).toEqual([
    [Infinity, 1],
    [6, 0.5],
  ]);
});

test('only the newest are shown, with their true places', () => {
  const marks = historyMarks(
    Array.from({ length: 1000 }, () => entry(0.5)),
    3,
  );
  expect(marks.map((mark) => mark.index)).toEqual([997, 998, 999]);
});
