import { expBelowZero } from '../numbers/exp.ts';
import { sumOf } from '../numbers/sum-of.ts';
import type { Candidates, Weights } from './candidates.ts';

/** e^x is 0 as a float below this. */
const underflow = -104;

/**
 * How an engine adds up its softmax in single precision.
 * `running`: one float after the other in the order of the list, which is by id until something sorts it (llama.cpp).
 * `wide`: in blocks, so that the sum is as good as rounded once (PyTorch).
 */
type Float32Sum = 'running' | 'wide';

/** Softmax weights as an engine that keeps floats has them; logits are rounded to floats first. */
export function float32Weights(
  candidates: Candidates,
  how: Float32Sum,
  vocabularySize: number,
): Weights<Float32Array> {
  const known = candidates.single.get(how);
  if (known !== undefined) return known;
  const { finite, logits } = candidates;
  const values = new Float32Array(finite);
  const largest = Math.fround(logits[0]!);
  for (let i = 0; i < finite; i++) {
    const gap = Math.fround(Math.fround(logits[i]!) - largest);
    if (gap < underflow) break;
    values[i] = expBelowZero(gap);
  }
  const weights = {
    values,
    sum:
      how === 'wide'
        ? Math.fround(sumOf(values, finite))
        : runningSum(listed(candidates, values, vocabularySize)),
  };
  candidates.single.set(how, weights);
  return weights;
}

function runningSum(values: Float32Array): number {
  let sum = Math.fround(0);
  for (let i = 0; i < values.length; i++) sum = Math.fround(sum + values[i]!);
  return sum;
}

/** The weights in llama.cpp's order. */
function listed(candidates: Candidates, values: Float32Array, vocabularySize: number): Float32Array {
  if (candidates.sorted) return values;
  const byId = new Float32Array(vocabularySize); // an absent token adds 0, which changes no sum
  for (let i = 0; i < values.length; i++) byId[candidates.order[i]!] = values[i]!;
  return byId;
}
