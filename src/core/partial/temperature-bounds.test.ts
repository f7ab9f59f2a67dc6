import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runPipeline } from '../sampling/pipeline.ts';
import { partialFrom } from './partial-from.ts';
import { runPartial } from './run-partial.ts';
import { must, topOf } from './testing/cut-distributions.ts';

/* The bounds after a temperature are attained: by two distributions that agree with the list and are built here. */

const logitsOf = (probabilities: readonly number[]): number[] => probabilities.map(Math.log);

interface Known {
  readonly listed: readonly number[];
  readonly size: number;
}

/** A falling list, and so many tokens behind it that they can hold the rest. */
const someKnown: fc.Arbitrary<Known> = fc
  .record({
    raw: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
    mass: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
    room: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ raw, mass, room }) => {
    const sum = raw.reduce((a, b) => a + b, 0);
    const listed = raw.map((x) => ((1 - mass) * x) / sum).sort((a, b) => b - a);
    return { listed, size: Math.ceil(mass / listed.at(-1)!) + room };
  });

function extremes({ listed, size }: Known): { readonly even: number[]; readonly packed: number[] } {
  const mass = 1 - listed.reduce((a, b) => a + b, 0);
  const cap = listed.at(-1)!;
  const full = Math.floor(mass / cap);
  const even = Array.from({ length: size }, () => mass / size);
  const packed = Array.from({ length: size }, (_, i) =>
    i < full ? cap : i === full ? mass - full * cap : 0,
  );
  return { even: [...listed, ...even], packed: [...listed, ...packed] };
}

const heat = fc.oneof(
  fc.double({ min: 0.2, max: 0.95, noNaN: true }),
  fc.double({ min: 1.05, max: 5, noNaN: true }),
);

test('low and high of every known token and of the remainder are attained, to 1 part in 10¹²', () => {
  fc.assert(
    fc.property(someKnown, heat, (known, temperature) => {
      const stages = [{ stage: 'temperature', temperature }] as const;
      const { even, packed } = extremes(known);
      // Reported as they are: a softmax over many would round them by more than a part in 10¹².
      const top = known.listed.map((p, id) => ({ text: '', bytes: undefined, id, logprob: Math.log(p) }));
      const partial = must(partialFrom({ top, vocabularySize: top.length + known.size }));
      const trace = must(runPartial({ ...partial, remainderError: 0 }, stages));
      const final = (p: number[]) =>
        runPipeline(logitsOf(p), stages, { rules: 'openai' }).final.probabilities;
      const [wide, narrow] = temperature > 1 ? [final(even), final(packed)] : [final(packed), final(even)];
      const relative = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-12);
      const rest = (p: Float64Array): number => p.subarray(known.listed.length).reduce((a, b) => a + b, 0);
      trace.tokens.forEach(({ final: { low, high } }, i) => {
        const id = partial.known[i]!.id!;
        relative(low, wide[id]!);
        relative(high, narrow[id]!);
      });
      relative(trace.remainder.final.low, rest(narrow));
      relative(trace.remainder.final.high, rest(wide));
    }),
    { seed: 410, numRuns: 1000 },
  );
});

test('T = 1 gives points: the reported probabilities', () => {
  fc.assert(
    fc.property(someKnown, (known) => {
      const partial = topOf(logitsOf(extremes(known).even), known.listed.length);
      const trace = must(runPartial(partial, [{ stage: 'temperature', temperature: 1 }]));
      for (const { model, final } of trace.tokens) {
        expect(final.low).toBe(final.high);
        expect(final.low).toBeCloseTo(model, 14);
      }
      expect(trace.remainder.final.low).toBe(trace.remainder.final.high);
      expect(trace.remainder.final.low).toBeCloseTo(partial.remainder, 14);
      expect(trace.stages[0]!.note).toBe('neutral');
    }),
    { seed: 411 },
  );
});

describe('a vocabulary of unknown size', () => {
  const partial = topOf(logitsOf([0.5, 0.25, 0.15, 0.05, 0.05]), 2, { sized: false });

  test('above T = 1 the remainder has no upper end: infinitely many could share it', () => {
    const trace = must(runPartial(partial, [{ stage: 'temperature', temperature: 2 }]));
    // Packed: 0.25 at the cap of 0.25 and nothing else, so √0.5 : √0.25 : √0.25.
    const whole = Math.SQRT1_2 + 0.5 + 0.5;
    expect(trace.tokens[0]!.final.low).toBe(0);
    expect(trace.tokens[0]!.final.high).toBeCloseTo(Math.SQRT1_2 / whole, 12);
    expect(trace.remainder.final.low).toBeCloseTo(0.5 / whole, 12);
    expect(trace.remainder.final.high).toBe(1);
    expect(trace.remainder.count).toEqual({ low: 1, high: undefined });
    expect(trace.cases[0]!.remainderWeight.high).toBe(Infinity);
  });

  test('below T = 1 it can be nothing, or as packed as it gets', () => {
    const trace = must(runPartial(partial, [{ stage: 'temperature', temperature: 0.5 }]));
    // Squares: 0.25, 0.0625, and 0.0625 for the tail at the cap.
    expect(trace.tokens[0]!.final.low).toBeCloseTo(0.25 / 0.375, 12);
    expect(trace.tokens[0]!.final.high).toBeCloseTo(0.25 / 0.3125, 12);
    expect(trace.remainder.final.low).toBe(0);
    expect(trace.remainder.final.high).toBeCloseTo(0.0625 / 0.375, 12);
  });
});

test('from a change on, the rounding of what was reported counts', () => {
  // Reported to 2⁻²³, a list that leaves 0 can leave 1e-7: at T = 2, √1e-7 is a lot.
  const list = [1 - 1e-9, 4e-10, 3e-10, 2e-10, 1e-10];
  const partial = topOf(logitsOf([...list, ...list.slice(1).map((p) => p / 1e6)]), 5, {
    precision: 2 ** -23,
  });
  const trace = must(runPartial(partial, [{ stage: 'temperature', temperature: 2 }]));
  expect(trace.remainder.final.low).toBe(0);
  // Four tokens at the cap at most: 4 × √1e-10 beside about 1 + √4e-10 + …
  const known = list.reduce((sum, p) => sum + Math.sqrt(p), 0);
  expect(trace.remainder.final.high).toBeCloseTo(4e-5 / (known + 4e-5), 8);
});
