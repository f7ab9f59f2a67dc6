import type { Stage } from '../stages.ts';
import { type Vector, even4, heat, minP, penalties, ramp, topK, topP } from './vector.ts';

const no = -Infinity;
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

export const hfVectors: readonly Vector[] = [
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
