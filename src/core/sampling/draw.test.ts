import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, drawAlong, drawFromTrace } from './draw.ts';
import { runPipeline } from './pipeline.ts';
import { uniform } from './rng.ts';
import { positionOnTape, tapeEdges } from './tape.ts';

const probabilities = [0.25, 0, 0.5, 0.25]; // tape: 2 is [0, ½), 0 is [½, ¾), 3 is [¾, 1)
const largestU = 1 - 2 ** -53;
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const someLogits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('draw', () => {
  test('the tape runs from the most likely to the least, the smaller id first among equals', () => {
    expect([0, 0.4999, 0.5, 0.7499, 0.75, largestU].map((u) => draw(probabilities, u))).toEqual([
      2, 2, 0, 0, 3, 3,
    ]);
  });

  test('the last edge is 1, so that rounding never falls off the end or onto a zero', () => {
    const tenths = [...Array<number>(10).fill(0.1), 0]; // ten times 0.1 add up to 1 − 2⁻⁵³
    expect(draw(tenths, largestU)).toBe(9);
    expect(draw([0, 1e-300, 0], largestU)).toBe(1);
    expect(draw([0, 0.3, 0], largestU)).toBe(1); // a sum below 1 is stretched
  });

  test('u outside [0, 1), NaN, a negative probability and all zeros are refused', () => {
    expect(() => draw(probabilities, 1)).toThrow('less than 1 is accepted');
    expect(() => draw(probabilities, -0.1)).toThrow();
    expect(() => draw(probabilities, NaN)).toThrow();
    expect(() => draw([0.5, NaN], 0)).toThrow('probability 1 is NaN');
    expect(() => draw([0.5, -0.5], 0)).toThrow();
    expect(() => draw([0, 0], 0)).toThrow('none can be drawn');
    expect(() => draw([], 0)).toThrow();
  });

  test('a larger u never goes back along the tape, and never hits a probability of 0', () => {
    fc.assert(
      fc.property(someLogits, unit, unit, (logits, a, b) => {
        const { final, finalOrder } = runPipeline(logits, [], { rules: 'openai' });
        const at = (u: number): number => finalOrder.indexOf(draw(final.probabilities, u));
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
        expect(final.probabilities[draw(final.probabilities, a)]).toBeGreaterThan(0);
      }),
      { seed: 2 },
    );
  });

  test('sorting anew, the kept order and the edges agree', () => {
    fc.assert(
      fc.property(someLogits, unit, fc.constantFrom(0.02, 1, 300), (logits, u, heat) => {
        const trace = runPipeline(logits, [{ stage: 'temperature', temperature: heat }], { rules: 'openai' });
        const { final, finalOrder } = trace;
        const id = draw(final.probabilities, u);
        expect(drawFromTrace(trace, u)).toBe(id);
        expect(drawAlong(finalOrder, final.probabilities, u)).toBe(id);
        const edges = tapeEdges(finalOrder, final.probabilities);
        const position = positionOnTape(edges, u);
        expect(finalOrder[position]).toBe(id);
        expect(edges[position]).toBeLessThanOrEqual(u);
        expect(edges[position + 1]).toBeGreaterThan(u);
        expect(edges.at(-1)).toBe(1);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('20,000 seeded draws come as often as the probabilities say', () => {
    const p = [0.5, 0.3, 0.15, 0.05];
    const counts = [0, 0, 0, 0];
    const n = 20_000;
    for (let i = 0; i < n; i++) counts[draw(p, uniform(7, i))]!++;
    // χ² with 3 degrees of freedom exceeds 16.3 once in a thousand seeds.
    const chiSquared = p.reduce((sum, q, id) => sum + (counts[id]! - n * q) ** 2 / (n * q), 0);
    expect(chiSquared).toBeLessThan(16.3);
  });
});
