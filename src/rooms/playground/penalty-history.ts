import type { SamplerSettings } from './sampler-settings.ts';

/** Whether the rules in force let the prompt count, not only what was drawn (samplers' engines differ). */
export function countsPrompt({ rules, repetition }: SamplerSettings): boolean {
  if (rules === 'llama.cpp') return true;
  return rules !== 'openai' && repetition !== 1;
}

/** Tokens of history that the penalties in force look at: 0 when they are neutral, Infinity for all. */
export function historyLength(settings: SamplerSettings): number {
  const { repetition, frequency, presence, lastN, rules } = settings;
  if (repetition === 1 && frequency === 0 && presence === 0) return 0;
  return rules === 'llama.cpp' && lastN >= 0 ? lastN : Infinity;
}
