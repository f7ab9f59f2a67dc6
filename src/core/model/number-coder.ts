import type { NumberModel } from './number-model.ts';

/**
 * One side of a stream of numbers. A walk over the tables calls `number` for every number in turn:
 * the writer stores `value` and returns it, the reader ignores `value` and returns what was stored.
 * So one walk serves both, and they cannot drift apart.
 */
export interface NumberCoder {
  /** `context` says which of the model's statistics to use; `value` is an integer from 0 to 2^24 − 2. */
  number(model: NumberModel, context: number, value: number): number;
}
