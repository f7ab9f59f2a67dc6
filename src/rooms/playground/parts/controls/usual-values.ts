import type { StageName } from '../../../../core/sampling/stages.ts';
import type { SamplerSettings } from '../../sampler-settings.ts';

/** What switching a neutral stage on sets: llama.cpp's defaults, and for penalties OpenAI's advice of 0.1 to 1. */
export const usualValues: Readonly<Record<StageName, Partial<SamplerSettings>>> = {
  'logit-bias': {},
  penalties: { frequency: 0.5 },
  temperature: { temperature: 0.8 },
  'top-k': { topK: 40 },
  'top-p': { topP: 0.95 },
  'min-p': { minP: 0.05 },
};
