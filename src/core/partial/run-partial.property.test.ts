import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../sampling/draw.ts';
import { runPipeline } from '../sampling/pipeline.ts';
import type { Interval, PartialStatus } from './partial-trace.ts';
import { pickAt } from './pick-at.ts';
import { runPartial } from './run-partial.ts';
import { must, someCut } from './testing/cut-distributions.ts';

/* Held against the full pipeline, which knows all that the list leaves out. */

const slack = 1e-9;

/** `by`: 0 when kept, else 1 + the stage that removed it. */
function agrees(status: PartialStatus, by: number): boolean {
  switch (status.kind) {
    case 'kept':
      return by === 0;
    case 'removed':
      return by > 0 && by <= status.stage + 1;
    case 'undecided':
      return by === 0 || by > status.stage;
  }
}

test('the truth lies inside: every known token, the remainder, how many are left, and what removed whom', () => {
  let decided = 0;
  fc.assert(
    fc.property(someCut, ({ logits, partial, stages }) => {
      const full = runPipeline(logits, stages, { rules: 'openai' });
      const trace = must(runPartial(partial, stages));
      const misses: unknown[] = []; // one `expect` for all: there are millions of comparisons
      const inside = (truth: number, { low, high }: Interval, what: unknown): void => {
        if (!(truth >= low - slack && truth <= high + slack)) misses.push({ what, truth, low, high });
      };
      let others = 1;
      let left = full.final.kept;
      partial.known.forEach(({ id }, i) => {
        const { final, status } = trace.tokens[i]!;
        const truth = full.final.probabilities[id!]!;
        const by = full.removedBy[id!]!;
        inside(truth, final, { id, status });
        if (!agrees(status, by)) misses.push({ id, status, by });
        if (status.kind !== 'undecided') decided++;
        others -= truth;
        if (by === 0) left--;
      });
      const { final, count } = trace.remainder;
      inside(others, final, 'remainder');
      if (left < count.low || left > (count.high ?? Infinity)) misses.push({ left, count });
      expect(misses).toEqual([]);
    }),
    { seed: 401, numRuns: 2000 },
  );
  expect(decided).toBeGreaterThan(5000);
});

test('a token that is named under the needle is the one that the full pipeline draws', () => {
  let named = 0;
  let asked = 0;
  fc.assert(
    fc.property(
      someCut,
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 8 }),
      ({ logits, partial, stages }, needles) => {
        const full = runPipeline(logits, stages, { rules: 'openai' });
        const trace = must(runPartial(partial, stages));
        for (const u of [0, ...needles]) {
          const drawn = partial.known.findIndex(({ id }) => id === draw(full.final.probabilities, u));
          const truth = drawn < 0 ? { kind: 'remainder' } : { kind: 'token', index: drawn };
          const pick = pickAt(trace, u);
          asked++;
          if (pick.kind === 'undecided') expect(pick.between).toContainEqual(truth);
          else {
            named++;
            expect(pick).toEqual(truth);
          }
        }
      },
    ),
    { seed: 402, numRuns: 1200 },
  );
  expect(named / asked).toBeGreaterThan(0.5);
});
