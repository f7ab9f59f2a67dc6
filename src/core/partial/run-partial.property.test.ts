import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../sampling/draw.ts';
import { runPipeline } from '../sampling/pipeline.ts';
import { pickAt } from './pick-at.ts';
import { runPartial } from './run-partial.ts';
import { must, someCut } from './testing/cut-distributions.ts';

/* Held against the full pipeline, which knows all that the list leaves out. */

const slack = 1e-9;

test('the truth lies inside: every known token, the remainder, how many are left, and what removed whom', () => {
  let decided = 0;
  fc.assert(
    fc.property(someCut, ({ logits, partial, stages }) => {
      const full = runPipeline(logits, stages, { rules: 'openai' });
      const trace = must(runPartial(partial, stages));
      const known = new Set(partial.known.map(({ id }) => id!));
      partial.known.forEach(({ id }, i) => {
        const { final, status } = trace.tokens[i]!;
        const truth = full.final.probabilities[id!]!;
        expect(truth).toBeGreaterThanOrEqual(final.low - slack);
        expect(truth).toBeLessThanOrEqual(final.high + slack);
        const by = full.removedBy[id!]!;
        if (status.kind === 'kept') expect(by).toBe(0);
        if (status.kind === 'removed') expect(by > 0 && by <= status.stage + 1).toBe(true);
        if (status.kind === 'undecided' && by > 0) expect(by).toBeGreaterThan(status.stage);
        if (status.kind !== 'undecided') decided++;
      });
      const others = [...logits.keys()].filter((id) => !known.has(id));
      const mass = others.reduce((sum, id) => sum + full.final.probabilities[id]!, 0);
      const { final, count } = trace.remainder;
      expect(mass).toBeGreaterThanOrEqual(final.low - slack);
      expect(mass).toBeLessThanOrEqual(final.high + slack);
      const left = others.filter((id) => full.removedBy[id] === 0).length;
      expect(left).toBeGreaterThanOrEqual(count.low);
      expect(left).toBeLessThanOrEqual(count.high ?? Infinity);
    }),
    { seed: 401, numRuns: 4000 },
  );
  expect(decided).toBeGreaterThan(10_000);
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
    { seed: 402, numRuns: 2500 },
  );
  expect(named / asked).toBeGreaterThan(0.5);
});
