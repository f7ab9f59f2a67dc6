import type { StageName } from '../../core/sampling/stages.ts';
import type { Rules } from '../../core/sampling/stages.ts';

export const presetIds = ['greedy', 'openai', 'llama.cpp', 'hugging-face', 'vllm'] as const;
export type PresetId = (typeof presetIds)[number];

export const presetValues: Record<
  PresetId,
  {
    rules: Rules;
    order: StageName[];
    temperature: number;
    topK: number;
    topP: number;
    minP: number;
    lastN: number;
  }
> = {
  greedy: {
    rules: 'openai',
    order: ['logit-bias', 'penalties', 'temperature', 'top-k', 'top-p', 'min-p'],
    temperature: 0,
    topK: 0,
    topP: 1,
    minP: 0,
    lastN: -1,
  },
  openai: {
    rules: 'openai',
    order: ['logit-bias', 'penalties', 'temperature', 'top-k', 'top-p', 'min-p'],
    temperature: 1,
    topK: 0,
    topP: 1,
    minP: 0,
    lastN: -1,
  },
  'llama.cpp': {
    rules: 'llama.cpp',
    order: ['logit-bias', 'penalties', 'top-k', 'top-p', 'min-p', 'temperature'],
    temperature: 0.8,
    topK: 40,
    topP: 0.95,
    minP: 0.05,
    lastN: 64,
  },
  'hugging-face': {
    rules: 'hugging-face',
    order: ['logit-bias', 'penalties', 'temperature', 'top-k', 'top-p', 'min-p'],
    temperature: 1,
    topK: 50,
    topP: 1,
    minP: 0,
    lastN: -1,
  },
  vllm: {
    rules: 'vllm',
    order: ['logit-bias', 'penalties', 'temperature', 'min-p', 'top-k', 'top-p'],
    temperature: 1,
    topK: 0,
    topP: 1,
    minP: 0,
    lastN: -1,
  },
};
