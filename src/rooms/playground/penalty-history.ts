import { isNeutral, type SamplerSettings } from './sampler-settings.ts';

/** Tokens of the prompt and output together that the penalties in force look at: 0 when they are off, Infinity for all. */
export function historyLength(settings: SamplerSettings): number {
  if (!settings.enabled.penalties || isNeutral(settings, 'penalties')) return 0;
  return settings.lastN >= 0 ? settings.lastN : Infinity;
}

/** Whether the rules in force let the prompt count, not only what was drawn: engines differ in this. */
export function countsPrompt({ rules, repetition }: SamplerSettings): boolean {
  if (rules === 'llama.cpp') return true;
  return rules !== 'openai' && repetition !== 1;
}
