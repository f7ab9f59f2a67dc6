import type { Rules, Stage } from './stages.ts';

export const presetIds = ['greedy', 'openai', 'llama.cpp', 'hugging-face', 'vllm'] as const;
export type PresetId = (typeof presetIds)[number];

/** An engine's stages in its own order with its own default values; what it leaves off is there, neutral. */
export interface Preset {
  readonly id: PresetId;
  readonly rules: Rules;
  /** All six, each once. */
  readonly stages: readonly Stage[];
}

const bias: Stage = { stage: 'logit-bias', bias: {} };
const noPenalties: Stage = { stage: 'penalties', repetition: 1, frequency: 0, presence: 0 };

export const presets: readonly Preset[] = [
  {
    id: 'greedy',
    rules: 'openai',
    stages: [
      bias,
      noPenalties,
      { stage: 'temperature', temperature: 0 },
      { stage: 'top-k', k: 0 },
      { stage: 'top-p', p: 1 },
      { stage: 'min-p', p: 0 },
    ],
  },
  {
    // The order inside is not documented: this is our reading. top-k and min-p are not in that API.
    id: 'openai',
    rules: 'openai',
    stages: [
      bias,
      noPenalties,
      { stage: 'temperature', temperature: 1 },
      { stage: 'top-p', p: 1 },
      { stage: 'top-k', k: 0 },
      { stage: 'min-p', p: 0 },
    ],
  },
  {
    // Temperature comes last, so what is cut is cut at temperature 1.
    id: 'llama.cpp',
    rules: 'llama.cpp',
    stages: [
      bias,
      { stage: 'penalties', repetition: 1, frequency: 0, presence: 0, lastN: 64 },
      { stage: 'top-k', k: 40 },
      { stage: 'top-p', p: 0.95 },
      { stage: 'min-p', p: 0.05 },
      { stage: 'temperature', temperature: 0.8 },
    ],
  },
  {
    // With do_sample switched on; off, it is greedy.
    id: 'hugging-face',
    rules: 'hugging-face',
    stages: [
      bias,
      noPenalties,
      { stage: 'temperature', temperature: 1 },
      { stage: 'top-k', k: 50 },
      { stage: 'top-p', p: 1 },
      { stage: 'min-p', p: 0 },
    ],
  },
  {
    id: 'vllm',
    rules: 'vllm',
    stages: [
      bias,
      noPenalties,
      { stage: 'temperature', temperature: 1 },
      { stage: 'min-p', p: 0 },
      { stage: 'top-k', k: 0 },
      { stage: 'top-p', p: 1 },
    ],
  },
];
