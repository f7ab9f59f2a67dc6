import { expect, test } from 'vitest';
import type { HistoryEntry } from '../history/history-marks.ts';
import { timelinePoints, timelineSummary } from './timeline-points.ts';

const entry = (model: number, entropy: number): HistoryEntry => ({
  id: 1,
  by: 'draw',
  maker: 'tiny',
  model,
  final: model,
  entropy,
});

test('each token is a point while there are places enough', () => {
  expect(timelinePoints([entry(0.5, 2), entry(0.25, 3)])).toEqual({
    per: 1,
    points: [
      { from: 1, to: 1, surprisal: 1, entropy: 2 },
      { from: 2, to: 2, surprisal: 2, entropy: 3 },
    ],
  });
});

test('beyond that, points are means of equally many neighbours: 5 tokens in 2 places are 3 and 2', () => {
  const entries = [1, 0.5, 0.25, 0.5, 0.125].map((model, index) => entry(model, index));
  expect(timelinePoints(entries, 2)).toEqual({
    per: 3,
    points: [
      { from: 1, to: 3, surprisal: 1, entropy: 1 },
      { from: 4, to: 5, surprisal: 2, entropy: 3.5 },
    ],
  });
});

test('two lines of any length have at most 200 marks', () => {
  for (const length of [100, 101, 999, 12_345]) {
    const { points } = timelinePoints(Array.from({ length }, () => entry(0.5, 1)));
    expect(points.length * 2).toBeLessThanOrEqual(200);
    expect(points.at(-1)!.to).toBe(length);
  }
});

test('what the model ruled out leaves a gap, and is the peak of the summary', () => {
  const entries = [entry(0.25, 1), entry(0, 3)];
  expect(timelinePoints(entries).points[1]!.surprisal).toBeUndefined();
  expect(timelineSummary(entries)).toEqual({
    tokens: 2,
    surprisal: 2,
    entropy: 2,
    peak: { index: 1, surprisal: Infinity },
  });
});

test('nothing has no summary', () => {
  expect(timelineSummary([])).toBeUndefined();
});
