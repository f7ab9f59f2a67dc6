import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { minute, untilRoom } from './until-room.ts';

test('an empty minute has room at once', () => {
  expect(untilRoom({ current: 0, last: 0, into: 0, limit: 1 })).toBe(0);
});

test('three of three: at the turn three are in the window, and a third of a minute later two and the new one', () => {
  // 20 s into the minute: 40 s to its end, and 3 × (1 − ⅓) + 1 = 3.
  expect(untilRoom({ current: 3, last: 0, into: 20_000, limit: 3 })).toBeCloseTo(60_000, 6);
});

test('what the last minute leaves fades while this one goes on', () => {
  // 1 + 1 + 4 × (1 − passed) = 4 at the half minute.
  expect(untilRoom({ current: 1, last: 4, into: 0, limit: 4 })).toBeCloseTo(30_000, 6);
});

test('who waits as long as was told is let in, and a second earlier was not', () => {
  const counts = fc.record({
    limit: fc.integer({ min: 1, max: 1000 }),
    current: fc.nat(1000),
    last: fc.nat(1000),
    into: fc.integer({ min: 0, max: minute - 1 }),
  });
  fc.assert(
    fc.property(counts, ({ limit, current, last, into }) => {
      const at = { current: Math.min(current, limit), last: Math.min(last, limit), limit };
      const wait = untilRoom({ ...at, into });
      const later = (by: number) => {
        const time = into + by;
        if (time < minute) return untilRoom({ ...at, into: time });
        return untilRoom({ current: 0, last: at.current, into: time - minute, limit });
      };
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(2 * minute);
      expect(later(wait)).toBe(0);
      if (wait > 1000) expect(later(wait - 1000)).toBeGreaterThan(0);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
