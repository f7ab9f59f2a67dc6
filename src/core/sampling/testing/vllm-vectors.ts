import type { Stage } from '../stages.ts';
import { type Vector, even4, minP, penalties, ramp, top1, top2, top3, topK, topP } from './vector.ts';

/** vllm-project/vllm: the torch algorithm of v1/sample/sampler.py at 00ec9781 and layers/utils.py at 00358600, on fixed inputs. */
function vllm(
  name: string,
  p: readonly number[],
  stages: readonly Stage[],
  final: readonly number[],
): Vector {
  return { name: `vLLM ${name}`, rules: 'vllm', p, stages, final, tolerance: 1e-6 };
}

const five5 = [1, -1, 2, 0, -0.5];
function vllmPenalties(
  name: string,
  stage: Stage,
  prompt: readonly number[],
  output: readonly number[],
  logits: readonly number[],
): Vector {
  return {
    name: `vLLM ${name}`,
    rules: 'vllm',
    x: five5,
    stages: [stage],
    prompt,
    output,
    logits,
    tolerance: 1e-6,
  };
}

export const vllmVectors: readonly Vector[] = [
  vllm('top-p 0.5 of four equals keeps the last two', even4, [topP(0.5)], [0, 0, 0.5, 0.5]),
  vllm('top-k 2', ramp, [topK(2)], top2),
  vllm('top-k 2 of four equals keeps all', even4, [topK(2)], even4),
  vllm('top-k 3', ramp, [topK(3)], top3),
  vllm('top-p 0.7', ramp, [topP(0.7)], top2),
  vllm('top-p 0.9 of a ramp in floats', ramp, [topP(0.9)], top3),
  // top-k first: {.2, .3, .4} ÷ .9 = {.22, .33, .44}; taking .22 away leaves .78 ≥ .75, taking .33 as well does not.
  vllm('top-k 3, then top-p 0.75', ramp, [topK(3), topP(0.75)], top2),
  vllm('top-p 0', ramp, [topP(0)], top1),
  vllm('min-p 0.75 of a ramp in floats', ramp, [minP(0.75)], top2),
  vllmPenalties('frequency and presence skip the prompt', penalties(1, 1, 1), [0, 1], [], five5),
  vllmPenalties(
    'frequency counts the output, presence once',
    penalties(1, 1, 0.5),
    [0],
    [2, 2, 4],
    [1, -1, -0.5, 0, -2],
  ),
  vllmPenalties(
    'repetition counts prompt and output once each',
    penalties(2, 0, 0),
    [0, 1, 0],
    [2, 2, 3],
    [0.5, -2, 1, 0, -0.5],
  ),
  vllmPenalties(
    'repetition, then frequency, then presence',
    penalties(2, 1, 0.5),
    [1],
    [2, 2],
    [1, -2, -1.5, 0, -0.5],
  ),
];
