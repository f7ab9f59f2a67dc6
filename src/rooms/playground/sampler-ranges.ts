/** The numbers that a person can set, in one table: what is accepted, and where the slider ends. */
export interface SamplerRange {
  /** Accepted, both ends included. */
  readonly min: number;
  readonly max: number;
  /** The slider's ends, inside the accepted range; a value beyond is typed. */
  readonly slider: readonly [number, number];
  readonly step: number;
  /** Has no effect at this value. */
  readonly neutral: number;
  readonly whole: boolean;
}

/**
 * Sources: OpenAI's API reference (temperature 0–2, penalties −2…2, top-p 0–1), llama.cpp's sampling parameters (no
 * upper end for the temperature; a repetition penalty of 1 is off; last_n −1 is all, 0 none), Hugging Face (repetition
 * penalty > 0), vLLM (top-k 0 is off, min-p 0–1). Where engines differ the widest is accepted.
 */
export const samplerRanges = {
  /** 0 is argmax. OpenAI ends at 2; llama.cpp and vLLM have no end, 5 is already close to even odds. */
  temperature: { min: 0, max: 5, slider: [0, 2], step: 0.01, neutral: 1, whole: false },
  /** 0 is off. A k beyond the vocabulary keeps all of it; the page accepts k up to the model's own. */
  topK: { min: 0, max: 1_000_000, slider: [0, 200], step: 1, neutral: 0, whole: true },
  topP: { min: 0, max: 1, slider: [0, 1], step: 0.01, neutral: 1, whole: false },
  minP: { min: 0, max: 1, slider: [0, 1], step: 0.01, neutral: 0, whole: false },
  /** Divides or multiplies a logit, so that 0 and below have no meaning. */
  repetition: { min: 0.01, max: 10, slider: [0.5, 2], step: 0.01, neutral: 1, whole: false },
  frequency: { min: -2, max: 2, slider: [-2, 2], step: 0.01, neutral: 0, whole: false },
  presence: { min: -2, max: 2, slider: [-2, 2], step: 0.01, neutral: 0, whole: false },
  /** Tokens of history that the penalties look at. −1 is all, 0 none. */
  lastN: { min: -1, max: 1_000_000, slider: [-1, 256], step: 1, neutral: -1, whole: true },
  /** Candidates that top-k, top-p and min-p must leave. 0 is the engine's own. */
  minKeep: { min: 0, max: 1_000_000, slider: [0, 10], step: 1, neutral: 0, whole: true },
} as const satisfies Record<string, SamplerRange>;

export type SamplerParameter = keyof typeof samplerRanges;

/** The limits of one number, without their literal types. */
export function rangeOf(parameter: SamplerParameter): SamplerRange {
  return samplerRanges[parameter];
}
