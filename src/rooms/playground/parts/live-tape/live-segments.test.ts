import { expect, test } from 'vitest';
import { partialFrom } from '../../../../core/partial/partial-from.ts';
import { runPartial } from '../../../../core/partial/run-partial.ts';
import type { Stage } from '../../../../core/sampling/stages.ts';
import { known } from '../../live/testing/scripted-client.ts';
import { liveSegments } from './live-segments.ts';

/** .5, .3, .1 are listed; .1 is shared by seven tokens. */
function strip(stages: readonly Stage[], width = 1000) {
  const partial = partialFrom({
    top: [known('a', 0.5), known('b', 0.3), known('c', 0.1)],
    vocabularySize: 10,
  });
  if (!partial.ok) throw new Error(partial.fault.message);
  const trace = runPartial(partial.value, stages);
  if (!trace.ok) throw new Error(trace.fault.message);
  return liveSegments(trace.value, width);
}

test('at T = 1 the listed tokens lie at 0, .5 and .8, and the band holds the last tenth', () => {
  const { segments, band } = strip([]);
  expect(segments.map(({ index }) => index)).toEqual([0, 1, 2]);
  [0, 0.5, 0.8].forEach((from, place) => expect(segments[place]!.from).toBeCloseTo(from, 6));
  expect(band.from).toBeCloseTo(0.9, 6);
  expect(band.share).toBeCloseTo(0.1, 6);
});

test('what top-k cuts leaves no band', () => {
  const { segments, band } = strip([{ stage: 'top-k', k: 2 }]);
  // .5 and .3 of .8.
  expect(segments.map(({ share }) => share)).toEqual([expect.closeTo(0.625, 6), expect.closeTo(0.375, 6)]);
  expect(band.share).toBe(0);
});

test('a tape of five pixels has no room for a tenth: it is counted with the narrow ones, not with the unknown', () => {
  const { segments, narrow, band } = strip([], 5);
  expect(segments).toHaveLength(2);
  expect(narrow.tokens).toBe(1);
  expect(narrow.share).toBeCloseTo(0.1, 6);
  expect(band.share).toBeCloseTo(0.1, 6);
});
