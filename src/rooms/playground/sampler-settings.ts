import { presets, type PresetId } from '../../core/sampling/presets.ts';
import type { Stage, StageName } from '../../core/sampling/stages.ts';
import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import { biasRecord, type BiasEntry } from './bias-entries.ts';
import { rangeOf, samplerRanges, type SamplerParameter } from './sampler-ranges.ts';
import type { SamplerSettings } from './settings-type.ts';

export { parseSettings, settingsToJson } from './settings-json.ts';
export type { SamplerSettings } from './settings-type.ts';

/** Which numbers belong to which stage. */
export const parametersOf = {
  'logit-bias': [],
  penalties: ['repetition', 'frequency', 'presence'],
  temperature: ['temperature'],
  'top-k': ['topK'],
  'top-p': ['topP'],
  'min-p': ['minP'],
} as const satisfies Record<StageName, readonly SamplerParameter[]>;

const allEnabled: SamplerSettings['enabled'] = {
  'logit-bias': true,
  penalties: true,
  temperature: true,
  'top-k': true,
  'top-p': true,
  'min-p': true,
};

const neutral = Object.fromEntries(
  Object.entries(samplerRanges).map(([name, range]) => [name, range.neutral]),
) as Readonly<Record<SamplerParameter, number>>;

/** An engine's own rules, order and defaults. */
export function settingsOfPreset(id: PresetId): SamplerSettings {
  const { rules, stages } = presets.find((preset) => preset.id === id)!;
  const order = stages.map((stage) => stage.stage);
  const numbers = stages.map(numbersOf).reduce((sum, more) => ({ ...sum, ...more }), {});
  return { ...neutral, ...numbers, preset: id, rules, order, enabled: allEnabled };
}

/** What a stage of a preset sets; the rest stays neutral. */
function numbersOf(stage: Stage): Partial<Record<SamplerParameter, number>> {
  switch (stage.stage) {
    case 'logit-bias':
      return {};
    case 'penalties': {
      const { stage: _, ...penalties } = stage;
      return penalties;
    }
    case 'temperature':
      return { temperature: stage.temperature };
    case 'top-k':
      return { topK: stage.k, ...keepOf(stage) };
    case 'top-p':
      return { topP: stage.p, ...keepOf(stage) };
    case 'min-p':
      return { minP: stage.p, ...keepOf(stage) };
  }
}

const keepOf = ({ minKeep }: { readonly minKeep?: number }): { readonly minKeep?: number } =>
  minKeep === undefined ? {} : { minKeep };

export const defaultSettings: SamplerSettings = settingsOfPreset('openai');

/** Whether something differs from the preset that the settings began as. A custom start has nothing to differ from. */
export function isChanged(settings: SamplerSettings): boolean {
  if (settings.preset === 'custom') return false;
  return JSON.stringify(flat(settings)) !== JSON.stringify(flat(settingsOfPreset(settings.preset)));
}

function flat(s: SamplerSettings): unknown {
  const numbers = [s.temperature, s.topK, s.topP, s.minP, s.repetition, s.frequency, s.presence, s.lastN];
  return [s.rules, s.order, ...numbers, s.minKeep, s.order.filter((stage) => !s.enabled[stage])];
}

/** Whether a stage's own numbers leave everything as it is. The bias list is not looked at. */
export function isNeutral(settings: SamplerSettings, stage: StageName): boolean {
  if (stage === 'logit-bias') return false;
  if (stage === 'penalties' && settings.lastN === 0) return true;
  return parametersOf[stage].every((name) => settings[name] === rangeOf(name).neutral);
}

/**
 * The pipeline in acting order, without the stages that are off or neutral. Biases count only for the encoding of
 * their id; without `encoding` every entry is taken as the model's.
 */
export function stagesOf(
  settings: SamplerSettings,
  bias: readonly BiasEntry[],
  encoding?: EncodingId,
): readonly Stage[] {
  const stages: Stage[] = [];
  for (const name of settings.order) {
    if (!settings.enabled[name] || isNeutral(settings, name)) continue;
    const stage = stageOf(settings, name, bias, encoding);
    if (stage) stages.push(stage);
  }
  return stages;
}

function stageOf(
  settings: SamplerSettings,
  name: StageName,
  entries: readonly BiasEntry[],
  encoding: EncodingId | undefined,
): Stage | undefined {
  const { temperature, topK, topP, minP, repetition, frequency, presence, lastN, minKeep } = settings;
  const keep = minKeep > 0 ? { minKeep } : {};
  switch (name) {
    case 'logit-bias': {
      const bias = biasRecord(entries, encoding);
      return Object.keys(bias).length === 0 ? undefined : { stage: name, bias };
    }
    case 'penalties':
      return { stage: name, repetition, frequency, presence, lastN };
    case 'temperature':
      return { stage: name, temperature };
    case 'top-k':
      return { stage: name, k: topK, ...keep };
    case 'top-p':
      return { stage: name, p: topP, ...keep };
    case 'min-p':
      return { stage: name, p: minP, ...keep };
  }
}
