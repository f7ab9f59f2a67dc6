import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runPipeline } from './pipeline.ts';
import type { Rules, Stage } from './stages.ts';
import { distinctLogits, someHistory, someLogits, someRules, someStages } from './testing/arbitraries.ts';
import { plainPipeline } from './testing/plain-pipeline.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const keptIds = (logits: number[], stages: Stage[], rules: Rules): number[] => [
  ...runPipeline(logits, stages, { rules }).finalOrder,
];
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('any logits, any stages, any rules', () => {
  test('the final probabilities and each stage sum to 1, and the trace agrees with itself', () => {
    fc.assert(
      fc.property(
        someLogits,
        someStages,
        someRules,
        someHistory,
        someHistory,
        (logits, stages, rules, prompt, output) => {
          const trace = runPipeline(logits, stages, { rules, prompt, output });
          const { final, finalOrder, removedBy, modelOrder } = trace;
          expect(sum(final.probabilities)).toBeCloseTo(1, 12);
          expect(sum(trace.model.probabilities)).toBeCloseTo(1, 12);
          expect([...modelOrder].sort((a, b) => a - b)).toEqual([...logits.keys()]);
          expect(finalOrder).toHaveLength(final.kept);
          expect(new Set(finalOrder).size).toBe(final.kept);
          removedBy.forEach((by, id) => {
            expect(finalOrder.includes(id)).toBe(by === 0);
            if (by > 0) expect(final.probabilities[id]).toBe(0);
            expect(trace.probabilityOf(id)).toBe(final.probabilities[id]);
            expect(trace.placeOf(id)).toBe(by === 0 ? finalOrder.indexOf(id) : undefined);
          });
          const { values, sum: whole } = final.weights;
          finalOrder.forEach((id, place) =>
            expect((values[place] ?? 0) / whole).toBe(final.probabilities[id]),
          );
          expect(trace.placeOf(logits.length)).toBeUndefined();
          expect(trace.probabilityOf(-1)).toBe(0);
          for (let i = 1; i < finalOrder.length; i++) {
            const [a, b] = [finalOrder[i - 1]!, finalOrder[i]!];
            const [p, q] = [final.probabilities[a]!, final.probabilities[b]!];
            expect(p > q || (p === q && a < b)).toBe(true);
          }
          let left = logits.length;
          trace.stages.forEach((stage, i) => {
            expect(stage.params).toBe(stages[i]);
            expect(sum(stage.probs)).toBeCloseTo(1, 12);
            expect(stage.kept).toBe(left - stage.removed);
            expect(stage.kept).toBeGreaterThan(0);
            expect(stage.removed).toBe(removedBy.filter((by) => by === i + 1).length);
            left = stage.kept;
          });
          expect(left).toBe(final.kept);
          const last = trace.stages.at(-1);
          if (last !== undefined) expect([...last.probs]).toEqual([...final.probabilities]);
        },
      ),
      { seed: 10, numRuns: 400 },
    );
  });

  test('OpenAI rules equal the definitions written down plainly', () => {
    fc.assert(
      fc.property(someLogits, someStages, someHistory, (logits, stages, output) => {
        const trace = runPipeline(logits, stages, { rules: 'openai', prompt: [0, 1, 2], output });
        const plain = plainPipeline(logits, stages, output);
        expect([...trace.finalOrder].sort((a, b) => a - b)).toEqual([...plain.keys()].sort((a, b) => a - b));
        for (const [id, p] of plain) expect(trace.final.probabilities[id]).toBeCloseTo(p, 12);
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  test('renumbering the tokens renumbers the result', () => {
    fc.assert(
      fc.property(distinctLogits, someStages, someRules, (logits, stages, rules) => {
        const renumber = (id: number): number => logits.length - 1 - id;
        const mirrored = stages.map((stage): Stage =>
          stage.stage !== 'logit-bias'
            ? stage
            : {
                stage: 'logit-bias',
                bias: Object.fromEntries(
                  Object.entries(stage.bias).map(([id, b]) => [renumber(Number(id)), b]),
                ),
              },
        );
        const there = runPipeline(logits, stages, { rules, output: [1, 2, 2] });
        const back = runPipeline([...logits].toReversed(), mirrored, {
          rules,
          output: [1, 2, 2].map(renumber),
        });
        fc.pre(
          new Set(there.stages.flatMap((s) => [...s.logits])).size > 0 &&
            !hasTies(there.stages.map((s) => s.logits)),
        );
        there.final.probabilities.forEach((p, id) =>
          expect(back.final.probabilities[renumber(id)]).toBeCloseTo(p, 12),
        );
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  test('a run changes nothing that an earlier run on the same logits handed out', () => {
    fc.assert(
      fc.property(someLogits, someStages, someStages, someRules, (logits, first, second, rules) => {
        const options = { rules, output: [1, 2] };
        const before = runPipeline(logits, first, options);
        const seen = JSON.stringify([
          before.final,
          [...before.finalOrder],
          before.stages.map((s) => [...s.logits]),
        ]);
        runPipeline(logits, second, options);
        expect(
          JSON.stringify([before.final, [...before.finalOrder], before.stages.map((s) => [...s.logits])]),
        ).toBe(seen);
        const again = runPipeline([...logits], first, options);
        expect(
          JSON.stringify([again.final, [...again.finalOrder], again.stages.map((s) => [...s.logits])]),
        ).toBe(seen);
      }),
      { seed: 13 },
    );
  });
});

/** Equal logits after some stage: then the ids decide, and renumbering may change who stays. */
function hasTies(all: readonly Float64Array[]): boolean {
  return all.some((logits) => {
    const finite = [...logits].filter((x) => x > -Infinity).map((x) => Math.fround(x));
    return new Set(finite).size < finite.length;
  });
}

describe('single stages', () => {
  test('top-p keeps the smallest set that is sufficient', () => {
    fc.assert(
      fc.property(distinctLogits, share, someRules, (logits, p, rules) => {
        const { model, finalOrder } = runPipeline(logits, [{ stage: 'top-p', p }], { rules });
        const mass = sum([...finalOrder].map((id) => model.probabilities[id]!));
        const withoutLast = mass - model.probabilities[finalOrder.at(-1)!]!;
        expect(mass).toBeGreaterThan(p - 1e-6);
        if (finalOrder.length > 1 && p < 1) expect(withoutLast).toBeLessThan(p + 1e-6);
        expect([...finalOrder]).toEqual(
          [...runPipeline(logits, [], { rules }).finalOrder].slice(0, finalOrder.length),
        );
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test('a larger p or k keeps what a smaller one kept; a larger min-p keeps less', () => {
    fc.assert(
      fc.property(
        someLogits,
        share,
        share,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        someRules,
        (logits, p, q, k, l, rules) => {
          const [less, more] = [Math.min(p, q), Math.max(p, q)];
          const inside = (small: Stage, large: Stage): void => {
            const kept = new Set(keptIds(logits, [large], rules));
            for (const id of keptIds(logits, [small], rules)) expect(kept.has(id)).toBe(true);
          };
          inside({ stage: 'top-p', p: less }, { stage: 'top-p', p: more });
          inside({ stage: 'top-k', k: Math.min(k, l) }, { stage: 'top-k', k: Math.max(k, l) });
          inside({ stage: 'min-p', p: more }, { stage: 'min-p', p: less });
        },
      ),
      { seed: 21, numRuns: 300 },
    );
  });

  test('temperature keeps the order, and towards 0 it is argmax', () => {
    fc.assert(
      fc.property(
        distinctLogits,
        fc.double({ min: 0.05, max: 50, noNaN: true }),
        someRules,
        (logits, temperature, rules) => {
          const heated = runPipeline(logits, [{ stage: 'temperature', temperature }], { rules });
          expect([...heated.stages[0]!.probs.keys()].filter((id) => heated.removedBy[id] === 0)).toHaveLength(
            logits.length,
          );
          const byLogit = [...heated.modelOrder];
          for (let i = 1; i < byLogit.length; i++) {
            expect(heated.final.probabilities[byLogit[i]!]).toBeLessThanOrEqual(
              heated.final.probabilities[byLogit[i - 1]!]!,
            );
          }
          const cold = runPipeline(logits, [{ stage: 'temperature', temperature: 1e-4 }], { rules });
          const frozen = runPipeline(logits, [{ stage: 'temperature', temperature: 0 }], { rules });
          // Neighbours differ by 1/200 at least: e^(−50) of mass is left for the others.
          frozen.final.probabilities.forEach((p, id) =>
            expect(cold.final.probabilities[id]).toBeCloseTo(p, 12),
          );
          expect(frozen.final.probabilities[byLogit[0]!]).toBe(1);
        },
      ),
      { seed: 22, numRuns: 200 },
    );
  });

  test('a bias of b multiplies the odds by e^b', () => {
    fc.assert(
      fc.property(distinctLogits, fc.double({ min: -5, max: 5, noNaN: true }), (logits, b) => {
        const { model, final } = runPipeline(logits, [{ stage: 'logit-bias', bias: { 3: b } }], {
          rules: 'openai',
        });
        const odds = (p: number): number => p / (1 - p);
        const before = odds(model.probabilities[3]!);
        fc.pre(before < 1e6);
        expect(odds(final.probabilities[3]!) / before / Math.exp(b)).toBeCloseTo(1, 6);
      }),
      { seed: 23 },
    );
  });
});
