import { keepFirst } from './keep-first.ts';
import type { PartialState } from './partial-state.ts';

/** Scores ÷ T. T = 0, or one so small that numbers end, keeps the best alone. */
export function changeTemperature(state: PartialState, temperature: number): PartialState {
  if (isArgmax(state, temperature))
    return { ...state, cases: state.cases.flatMap((one) => keepFirst(state, one, 1)) };
  return {
    ...state,
    isReported: false,
    scores: state.scores.map((score) => score / temperature),
    capScore: state.capScore / temperature,
    exponent: state.exponent / temperature,
    cases: state.cases.map((one) => ({ ...one, bound: undefined })),
  };
}

export function isArgmax({ exponent }: PartialState, temperature: number): boolean {
  return !Number.isFinite(exponent / temperature);
}
