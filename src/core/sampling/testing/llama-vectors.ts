import type { Stage } from '../stages.ts';
import {
  type Vector,
  even4,
  even5,
  heat,
  minP,
  penalties,
  ramp,
  top1,
  top2,
  top3,
  topK,
  topP,
} from './vector.ts';

/** ggml-org/llama.cpp, tests/test-sampling.cpp at 07e4038f (its tolerance: 1e-5). */
function llama(
  name: string,
  p: readonly number[],
  stage: Stage,
  final: readonly number[],
  output: readonly number[] = [],
): Vector {
  return {
    name: `llama.cpp ${name}`,
    rules: 'llama.cpp',
    p,
    stages: [stage],
    output,
    final,
    tolerance: 1e-5,
  };
}

export const llamaVectors: readonly Vector[] = [
  llama('temperature 1', ramp, heat(1), ramp),
  llama('temperature 0', ramp, heat(0), top1),
  llama('top-k 1', ramp, topK(1), top1),
  llama('top-k 3', ramp, topK(3), top3),
  llama('top-k 4', ramp, topK(4), ramp),
  llama('top-k 0 is off', ramp, topK(0), ramp),
  llama('top-p 0', ramp, topP(0, 0), top1),
  llama('top-p 0.7', ramp, topP(0.7, 0), top2),
  llama('top-p 0.8', ramp, topP(0.8, 0), top3),
  llama('top-p 1', ramp, topP(1, 0), ramp),
  llama('min-p 0', ramp, minP(0, 0), ramp),
  llama('min-p 0.24', ramp, minP(0.24, 0), ramp),
  llama('min-p 0.26', ramp, minP(0.26, 0), top3),
  llama('min-p 0.49', ramp, minP(0.49, 0), top3),
  llama('min-p 0.51', ramp, minP(0.51, 0), top2),
  llama('min-p 0.74', ramp, minP(0.74, 0), top2),
  llama('min-p 0.76', ramp, minP(0.76, 0), top1),
  llama('min-p 1', ramp, minP(1, 0), top1),
  llama('min-p 1.05', ramp, minP(1.05, 0), top1),
  llama('repetition 50, one token', even5, penalties(50, 0, 0), [0, 0.25, 0.25, 0.25, 0.25], [0]),
  llama('repetition 50, three tokens', even5, penalties(50, 0, 0), [0, 0, 0, 0.5, 0.5], [0, 1, 2]),
  llama(
    'repetition 50 counts a token once',
    even5,
    penalties(50, 0, 0),
    [0, 0, 0, 0.5, 0.5],
    [0, 1, 2, 0, 0],
  ),
  llama(
    'frequency and presence 5, one token',
    even5,
    penalties(1, 5, 5),
    [0.000011, 0.249997, 0.249997, 0.249997, 0.249997],
    [0],
  ),
  llama(
    'frequency and presence 5, three tokens',
    even5,
    penalties(1, 5, 5),
    [0.000023, 0.000023, 0.000023, 0.499966, 0.499966],
    [0, 1, 2],
  ),
  llama(
    'frequency counts every time',
    even5,
    penalties(1, 5, 5),
    [0, 0.000023, 0.000023, 0.499977, 0.499977],
    [0, 1, 2, 0, 0],
  ),
  // Ties and boundaries, worked through by the C++ of src/llama-sampler.cpp.
  llama('top-p 0.9 of a ramp in floats', ramp, topP(0.9, 0), top3),
  llama('min-p 0.75 of a ramp in floats', ramp, minP(0.75, 0), top2),
  llama('top-p 0.5 of four equals keeps the first two', even4, topP(0.5, 0), [0.5, 0.5, 0, 0]),
  llama('top-k 2 of four equals keeps two', even4, topK(2), [0.5, 0.5, 0, 0]),
];
