import { expect, test } from 'vitest';
import { liveHistoryMarks, type LiveHistoryEntry } from './live-history-marks.ts';

const entry = (model: number | undefined): LiveHistoryEntry => ({
  text: ' a',
  final: undefined,
  model,
  by: 'draw',
});

test('a probability of 1⁄8 is 3 bits, a quarter of the usual 12; one that was not told has no height', () => {
  const marks = liveHistoryMarks([entry(undefined), entry(1 / 8), entry(undefined), entry(1)], 10);
  expect(marks.map((mark) => mark.surprise)).toEqual([
    undefined,
    { surprisal: 3, height: 0.25 },
    undefined,
    { surprisal: 0, height: 0 },
  ]);
});

test('only the newest are shown, with their true places', () => {
  const marks = liveHistoryMarks(
    Array.from({ length: 1000 }, (_, at) => entry(at % 2 === 0 ? 0.5 : undefined)),
    3,
  );
  expect(marks.map((mark) => [mark.index, mark.surprise?.surprisal])).toEqual([
    [997, undefined],
    [998, 1],
    [999, undefined],
  ]);
});
