import { expect, test } from 'vitest';
import { exhibitSize, exhibitStages, exhibitTrace } from '../../selectors/exhibit-world.ts';
import { segmentAt, tapeSegments } from './tape-segments.ts';

/** Shares ½, ¼, ⅛ … by id. */
const halves = exhibitTrace([], (id) => 0.5 ** id);

test('tokens narrower than a pixel become the rest: ½ to 1⁄64 of 64 pixels are 32 to 1', () => {
  const { segments, rest } = tapeSegments(halves, 64.1);
  expect(segments.map((segment) => segment.id)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(segments[2]!.from).toBeCloseTo(0.75, 12);
  expect(rest.tokens).toBe(exhibitSize - 6);
  expect(rest.share).toBeCloseTo(1 / 64, 12);
  expect(rest.from + rest.share).toBeCloseTo(1, 12);
});

test('the order is that of the final distribution, without the removed', () => {
  const trace = exhibitTrace(exhibitStages);
  const { segments, rest } = tapeSegments(trace, 1200);
  expect(segments.map((segment) => segment.id)).toEqual([...trace.finalOrder]);
  expect(segments.some((segment) => segment.id === 3)).toBe(false);
  expect(rest).toMatchObject({ tokens: 0, share: 0 });
});

test('one token fills the tape', () => {
  const { segments } = tapeSegments(exhibitTrace([{ stage: 'temperature', temperature: 0 }]), 300);
  expect(segments).toEqual([{ id: 0, from: 0, share: 1 }]);
});

test('a place finds its segment, an edge the one that begins there, and the rest none', () => {
  const strip = tapeSegments(halves, 64.1);
  expect(segmentAt(strip, 0)?.id).toBe(0);
  expect(segmentAt(strip, strip.segments[1]!.from)?.id).toBe(1);
  expect(segmentAt(strip, 0.8)?.id).toBe(2);
  expect(segmentAt(strip, 0.999)).toBeUndefined();
});
