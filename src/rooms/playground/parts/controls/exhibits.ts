import { defaultSettings, settingsOfPreset } from '../../sampler-settings.ts';
import type { ControlsProps } from './controls.tsx';

type Exhibit = Omit<ControlsProps, 'onChange' | 'onSeed'>;

const plain: Exhibit = {
  settings: defaultSettings,
  seed: 42,
  vocabularySize: 50_257,
  biasCount: 0,
  facts: {},
};

/** Named states of the panel, for its tests and for looking at it. */
export const exhibits = {
  /** OpenAI's defaults: nothing acts. */
  first: plain,
  /** Some stages at work, away from the preset. */
  changed: {
    ...plain,
    settings: { ...defaultSettings, temperature: 0.8, topP: 0.95, frequency: 0.5 },
    biasCount: 2,
    facts: {
      'logit-bias': { removed: 1, note: undefined },
      'top-p': { removed: 50_102, note: undefined },
    },
  },
  /** llama.cpp's order: temperature last. */
  llama: {
    ...plain,
    settings: settingsOfPreset('llama.cpp'),
    facts: {
      'top-k': { removed: 50_217, note: undefined },
      'top-p': { removed: 11, note: undefined },
      'min-p': { removed: 8, note: 'min-keep' },
    },
  },
  /** Temperature 0: one token is left. */
  greedy: {
    ...plain,
    settings: settingsOfPreset('greedy'),
    facts: { temperature: { removed: 50_256, note: 'argmax' } },
  },
  /** A value past the slider's end, and a stage that is switched off with its value kept. */
  beyond: {
    ...plain,
    settings: {
      ...defaultSettings,
      temperature: 3,
      topK: 5000,
      minP: 0.05,
      enabled: { ...defaultSettings.enabled, 'min-p': false },
    },
  },
} as const satisfies Record<string, Exhibit>;
