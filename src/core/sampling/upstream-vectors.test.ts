import { describe, expect, test } from 'vitest';
import { runPipeline } from './pipeline.ts';
import type { Stage } from './stages.ts';
import { hfVectors } from './testing/hugging-face-vectors.ts';
import { llamaVectors } from './testing/llama-vectors.ts';
import { queueSteps, queues } from './testing/queue-vectors.ts';
import { vllmVectors } from './testing/vllm-vectors.ts';

const vectors = [...llamaVectors, ...hfVectors, ...vllmVectors];

describe('an engine and our reading of its rules agree', () => {
  test.each(vectors)(
    '$name',
    ({ rules, p, x, stages, prompt = [], output = [], final, logits, tolerance }) => {
      for (const single of [false, true]) {
        const exact = x ?? p!.map(Math.log);
        const input = single ? Float32Array.from(exact) : exact;
        const trace = runPipeline(input, stages, { rules, prompt, output });
        const mass = trace.final.probabilities.reduce((sum, q) => sum + q, 0);
        expect(mass).toBeCloseTo(1, 12);
        if (final !== undefined) {
          final.forEach((q, id) =>
            expect(Math.abs(trace.final.probabilities[id]! - q)).toBeLessThan(tolerance),
          );
        }
        if (logits !== undefined) {
          const after = trace.stages.at(-1)!.logits;
          logits.forEach((y, id) => {
            if (y === -Infinity) expect(after[id]).toBe(-Infinity);
            else expect(Math.abs(after[id]! - y)).toBeLessThan(Math.max(tolerance, Math.abs(y) * 1e-6));
          });
          expect(trace.final.kept).toBe(logits.filter((y) => y !== -Infinity).length);
        }
      }
    },
  );

  test('the vectors are all there', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(65);
    expect(queues).toHaveLength(24);
  });
});

const size = 10_000;
const lnIds = Float64Array.from({ length: size }, (_, id) => Math.log(id));

function stagesOf(chain: string, k: number, p: number, m: number): Stage[] {
  return Array.from(chain, (letter): Stage => {
    if (letter === 'k') return { stage: 'top-k', k };
    if (letter === 'p') return { stage: 'top-p', p, minKeep: 1 };
    return { stage: 'min-p', p: m, minKeep: 1 };
  });
}

/**
 * How many are left when p is proportional to the id. Σ of ids lowest … 9999 is an integer, so top-p needs
 * the smallest n with Σ of the n largest ids ≥ p · Σ; min-p keeps ids ≥ m · 9999; id 0 has probability 0.
 */
function expectedSizes(chain: string, k: number, p: number, m: number): number[] {
  let left = size;
  return Array.from(chain, (letter) => {
    if (letter === 'k') left = Math.min(left, k);
    else if (letter === 'm') left = Math.min(left, size - Math.max(1, Math.ceil(m * (size - 1) - 1e-6)));
    else if (p < 1) {
      let total = 0;
      for (let i = 0; i < left; i++) total += size - 1 - i;
      let mass = 0;
      let n = 0;
      while (n === 0 || mass < p * total) mass += size - 1 - n++;
      left = n;
    }
    return left;
  });
}

describe('llama.cpp sampler queue over ten thousand tokens', () => {
  test.each(queues)('%s with k %d, p %d, min-p %d', (chain, k, p, m) => {
    for (const input of [lnIds, Float32Array.from(lnIds)]) {
      const trace = runPipeline(input, stagesOf(chain, k, p, m), { rules: 'llama.cpp' });
      expect(trace.stages.map((stage) => stage.kept)).toEqual(expectedSizes(chain, k, p, m));
      const lowest = size - trace.final.kept; // whatever is kept, the largest ids are
      expect(trace.removedBy.findIndex((by) => by === 0)).toBe(lowest);
      expect(trace.removedBy.subarray(lowest).every((by) => by === 0)).toBe(true);
      expect(trace.finalOrder[0]).toBe(size - 1);
      const steps = queueSteps[`${chain} ${String(k)} ${String(p)} ${String(m)}`];
      steps?.forEach((step, i) => {
        expect(trace.stages[i]!.kept).toBe(step.size);
        expect(size - trace.stages[i]!.kept).toBe(step.lowest);
      });
    }
  });
});
