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

export const ramp = [0.1, 0.2, 0.3, 0.4];
export const even4 = [0.25, 0.25, 0.25, 0.25];
export const even5 = [0.2, 0.2, 0.2, 0.2, 0.2];

export const topK = (k: number, minKeep?: number): Stage => ({
  stage: 'top-k',
  k,
  ...(minKeep === undefined ? {} : { minKeep }),
});
export const topP = (p: number, minKeep?: number): Stage => ({
  stage: 'top-p',
  p,
  ...(minKeep === undefined ? {} : { minKeep }),
});
export const minP = (p: number, minKeep?: number): Stage => ({
  stage: 'min-p',
  p,
  ...(minKeep === undefined ? {} : { minKeep }),
});
export const heat = (temperature: number): Stage => ({ stage: 'temperature', temperature });
export const penalties = (repetition: number, frequency: number, presence: number): Stage => ({
  stage: 'penalties',
  repetition,
  frequency,
  presence,
});

// What is left of the ramp when 3, 2 or 1 of it stay.
export const top3 = [0, 2 / 9, 3 / 9, 4 / 9];
export const top2 = [0, 0, 3 / 7, 4 / 7];
export const top1 = [0, 0, 0, 1];
