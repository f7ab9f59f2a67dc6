/**
 * Stages as plain data: what a link, a file or another program hands over.
 * Each has a file of its own in this folder that carries it out.
 */
export type Stage = LogitBiasStage | PenaltiesStage | TemperatureStage | TopKStage | TopPStage | MinPStage;

/** Added to the logits, by token id. −Infinity bans. */
export interface LogitBiasStage {
  readonly stage: 'logit-bias';
  readonly bias: Readonly<Record<number, number>>;
}

/** Neutral: repetition 1, frequency 0, presence 0. `lastN` limits the history (llama.cpp: 64; −1 is all). */
export interface PenaltiesStage {
  readonly stage: 'penalties';
  readonly repetition?: number;
  readonly frequency?: number;
  readonly presence?: number;
  readonly lastN?: number;
}

/** ≥ 0; 0 is argmax. Neutral: 1. */
export interface TemperatureStage {
  readonly stage: 'temperature';
  readonly temperature: number;
}

/** k ≥ 1 keeps about k; 0 or −1 is off (each engine's own neutral value). */
export interface TopKStage {
  readonly stage: 'top-k';
  readonly k: number;
  readonly minKeep?: number;
}

/** p in [0, 1]; 1 is off. Holtzman et al. 2020, §3.1. */
export interface TopPStage {
  readonly stage: 'top-p';
  readonly p: number;
  readonly minKeep?: number;
}

/** p ≥ 0; 0 is off. Keeps probabilities ≥ p × the largest. */
export interface MinPStage {
  readonly stage: 'min-p';
  readonly p: number;
  readonly minKeep?: number;
}

export type StageName = Stage['stage'];

/** Whose rules decide ties, precision, and what counts as history for the penalties. */
export const ruleSets = ['openai', 'llama.cpp', 'hugging-face', 'vllm'] as const;
export type Rules = (typeof ruleSets)[number];
