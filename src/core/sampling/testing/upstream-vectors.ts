import type { Rules, Stage } from '../stages.ts';

/**
 * Inputs and results of the engines' own tests, or of their algorithms run on fixed inputs, as plain data.
 * `p` are probabilities, turned into logits with ln; `x` are logits.
 */
export interface Vector {
  readonly name: string;
  readonly rules: Rules;
  readonly p?: readonly number[];
  readonly x?: readonly number[];
  readonly stages: readonly Stage[];
  readonly prompt?: readonly number[];
  readonly output?: readonly number[];
  /** Final probabilities by id, renormalised. */
  readonly final?: readonly number[];
  /** Logits after the last stage; −Infinity where removed. */
  readonly logits?: readonly number[];
  readonly kept?: readonly number[];
  readonly tolerance: number;
}

const no = -Infinity;
const ramp = [0.1, 0.2, 0.3, 0.4];
const even4 = [0.25, 0.25, 0.25, 0.25];
const even5 = [0.2, 0.2, 0.2, 0.2, 0.2];

const topK = (k: number, minKeep?: number): Stage => ({
  stage: 'top-k',
  k,
  ...(minKeep === undefined ? {} : { minKeep }),
});
const topP = (p: number, minKeep?: number): Stage => ({
  stage: 'top-p',
  p,
  ...(minKeep === undefined ? {} : { minKeep }),
});
const minP = (p: number, minKeep?: number): Stage => ({
  stage: 'min-p',
  p,
  ...(minKeep === undefined ? {} : { minKeep }),
});
const heat = (temperature: number): Stage => ({ stage: 'temperature', temperature });
const penalties = (repetition: number, frequency: number, presence: number): Stage => ({
  stage: 'penalties',
  repetition,
  frequency,
  presence,
});

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

const top2 = [0, 0, 3 / 7, 4 / 7];
const top3 = [0, 2 / 9, 3 / 9, 4 / 9];
const top1 = [0, 0, 0, 1];

const llamaVectors: readonly Vector[] = [
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

const ramp10 = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4];
const steep10 = ramp10.map((x) => x * 100);
const tenth = Array<number>(10).fill(0.1);
const at = (values: readonly number[], changes: Readonly<Record<number, number>>): number[] =>
  values.map((value, i) => changes[i] ?? value);
const only = (values: readonly number[], ids: readonly number[]): number[] =>
  values.map((x, i) => (ids.includes(i) ? x : no));
const twentieth = at(Array<number>(20).fill(0.05), { 5: 0.15, 10: -0.35 });

/** huggingface/transformers, tests/generation/test_logits_process.py at 019af3ac; scores out, row by row. */
function hf(
  name: string,
  x: readonly number[],
  stages: readonly Stage[],
  logits: readonly number[],
  prompt: readonly number[] = [],
): Vector {
  return { name: `Hugging Face ${name}`, rules: 'hugging-face', x, stages, prompt, logits, tolerance: 1e-6 };
}

const ln = (p: readonly number[]): number[] => p.map(Math.log);
const skewed = [0.3, 0.1, 0.1, 0.5];
const flat = [0.15, 0.3, 0.3, 0.25];
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const halves = [0.5, 0.25, 0.15, 0.1];
const five = [0, 1, 2, 3, 4];
const fifths = Array<number>(5).fill(0.2);
const minPRow = [0.9, 0.0274, 0.047, 0.0274];

const hfVectors: readonly Vector[] = [
  hf('top-k 3, row 0', digits, [topK(3)], only(digits, [7, 8, 9])),
  hf(
    'top-k 3, row 1',
    [10, 11, 12, 13, 14, 5, 6, 7, 8, 9],
    [topK(3)],
    only([10, 11, 12, 13, 14, 5, 6, 7, 8, 9], [2, 3, 4]),
  ),
  hf('top-k 1, 3 at least, equals', fifths, [topK(1, 3)], fifths),
  hf('top-k 1, 3 at least, ramp', five, [topK(1, 3)], only(five, [2, 3, 4])),
  hf('top-p 0.8, row 0', ln(skewed), [topP(0.8)], only(ln(skewed), [0, 3])),
  hf('top-p 0.8, row 1', ln(flat), [topP(0.8)], only(ln(flat), [1, 2, 3])),
  hf('top-p 0.9, 2 at least, ramp', ramp10, [topP(0.9, 2)], only(ramp10, [7, 8, 9])),
  hf('top-p 0.9, 2 at least, steep', steep10, [topP(0.9, 2)], only(steep10, [8, 9])),
  hf('min-p 0.05, row 0', ln(minPRow), [minP(0.05)], only(ln(minPRow), [0, 2])),
  hf('min-p 0.05, row 1', ln(flat), [minP(0.05)], ln(flat)),
  hf(
    'min-p 0.05, row 2',
    ln([0.97, 0.01, 0.01, 0.01]),
    [minP(0.05)],
    only(ln([0.97, 0.01, 0.01, 0.01]), [0]),
  ),
  hf('min-p 0.9, 2 at least, ramp', ramp10, [minP(0.9, 2)], only(ramp10, [8, 9])),
  hf('min-p 0.9, 2 at least, steep', steep10, [minP(0.9, 2)], only(steep10, [8, 9])),
  hf(
    'repetition 2, row 0',
    at(tenth, { 0: -0.1 }),
    [penalties(2, 0, 0)],
    at(tenth, { 0: -0.2, 1: 0.05 }),
    [0, 1],
  ),
  hf(
    'repetition 2, row 1',
    at(tenth, { 5: 0.4 }),
    [penalties(2, 0, 0)],
    at(tenth, { 0: 0.05, 5: 0.2 }),
    [5, 0],
  ),
  hf(
    'temperature 0.5',
    twentieth,
    [heat(0.5)],
    twentieth.map((x) => x / 0.5),
  ),
  hf(
    'temperature 1.3',
    twentieth,
    [heat(1.3)],
    twentieth.map((x) => x / 1.3),
  ),
  hf(
    'temperature 2, then top-p 0.7',
    ln(halves),
    [heat(2), topP(0.7)],
    only(
      ln(halves).map((x) => x / 2),
      [0, 1, 2],
    ),
  ),
  hf(
    'top-p 0.7, then temperature 2',
    ln(halves),
    [topP(0.7), heat(2)],
    only(
      ln(halves).map((x) => x / 2),
      [0, 1],
    ),
  ),
  hf('top-p 0.5 of four equals keeps the last two', ln(even4), [topP(0.5)], only(ln(even4), [2, 3])),
  hf('top-k 2 of four equals keeps all', ln(even4), [topK(2)], ln(even4)),
  hf('top-p 0 keeps one', ln(ramp), [topP(0)], only(ln(ramp), [3])),
  hf('top-p 0.9 of a ramp in floats', ln(ramp), [topP(0.9)], only(ln(ramp), [1, 2, 3])),
  hf('min-p 0.75 of a ramp in floats', ln(ramp), [minP(0.75)], only(ln(ramp), [2, 3])),
];

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

const vllmVectors: readonly Vector[] = [
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

export const vectors: readonly Vector[] = [...llamaVectors, ...hfVectors, ...vllmVectors];

/** The chains of llama.cpp's test_sampler_queue: k, p, m by letter, then k, top-p, min-p; logits ln 0 … ln 9999. */
export const queues: readonly (readonly [chain: string, k: number, p: number, m: number])[] = [
  ['k', 10000, 1, 1],
  ['k', 1, 1, 1],
  ['p', 10000, 1, 1],
  ['p', 10000, 0, 1],
  ['m', 10000, 1, 1],
  ['m', 10000, 1, 1e-12],
  ['k', 100, 1, 1],
  ['p', 10000, 0.0003, 1],
  ['p', 10000, 0.8, 1],
  ['m', 10000, 1, 9997.9 / 9999],
  ['m', 10000, 1, 0.1],
  ['kp', 100, 0.8, 0.1],
  ['km', 100, 0.8, 0.1],
  ['pk', 100, 0.8, 0.1],
  ['pm', 100, 0.8, 0.1],
  ['mk', 100, 0.8, 0.1],
  ['mp', 100, 0.8, 9997.9 / 9999],
  ['mp', 100, 0.8, 0.1],
  ['kpm', 100, 0.8, 0.1],
  ['kmp', 100, 0.8, 0.1],
  ['pkm', 100, 0.8, 0.1],
  ['pmk', 100, 0.8, 0.1],
  ['mkp', 100, 0.8, 0.1],
  ['mpk', 100, 0.8, 0.1],
];

/** Sizes after each stage from a float port of llama.cpp; `lowest` is the smallest id left. */
export const queueSteps: Readonly<
  Record<string, readonly { readonly size: number; readonly lowest: number }[]>
> = {
  'km 100 0.8 0.1': [
    { size: 100, lowest: 9900 },
    { size: 100, lowest: 9900 },
  ],
  'p 10000 1 1': [{ size: 10000, lowest: 0 }],
  'kp 100 0.8 0.1': [
    { size: 100, lowest: 9900 },
    { size: 80, lowest: 9920 },
  ],
  'p 10000 0.0003 1': [{ size: 2, lowest: 9998 }],
  'k 100 1 1': [{ size: 100, lowest: 9900 }],
  'k 10000 1 1': [{ size: 10000, lowest: 0 }],
  'mkp 100 0.8 0.1': [
    { size: 9000, lowest: 1000 },
    { size: 100, lowest: 9900 },
    { size: 80, lowest: 9920 },
  ],
  'mpk 100 0.8 0.1': [
    { size: 9000, lowest: 1000 },
    { size: 5440, lowest: 4560 },
    { size: 100, lowest: 9900 },
  ],
};
