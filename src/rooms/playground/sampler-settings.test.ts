import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BiasEntry } from './bias-entries.ts';
import { samplerRanges, type SamplerParameter } from './sampler-ranges.ts';
import {
  defaultSettings,
  isChanged,
  isNeutral,
  parseSettings,
  settingsOfPreset,
  settingsToJson,
  stagesOf,
  type SamplerSettings,
} from './sampler-settings.ts';

const king: BiasEntry = {
  encoding: 'r50k_base',
  id: 5822,
  label: ' king',
  bias: 2,
  banned: false,
  muted: false,
};

test('OpenAI’s defaults change nothing: temperature 1, top-p 1, no penalties', () => {
  expect(defaultSettings.preset).toBe('openai');
  expect(stagesOf(defaultSettings, [])).toEqual([]);
});

test('llama.cpp: top-k 40, top-p 0.95, min-p 0.05, and temperature 0.8 after them', () => {
  expect(stagesOf(settingsOfPreset('llama.cpp'), [king])).toMatchObject([
    { stage: 'logit-bias', bias: { 5822: 2 } },
    { stage: 'top-k', k: 40 },
    { stage: 'top-p', p: 0.95 },
    { stage: 'min-p', p: 0.05 },
    { stage: 'temperature', temperature: 0.8 },
  ]);
});

test('greedy is temperature 0; Hugging Face keeps 50; vLLM’s min-p acts before its top-k', () => {
  expect(stagesOf(settingsOfPreset('greedy'), [])).toContainEqual({ stage: 'temperature', temperature: 0 });
  expect(settingsOfPreset('hugging-face').topK).toBe(50);
  const { order } = settingsOfPreset('vllm');
  expect(order.indexOf('min-p')).toBeLessThan(order.indexOf('top-k'));
});

test('a stage that is switched off keeps its value and is left out', () => {
  const settings: SamplerSettings = {
    ...defaultSettings,
    temperature: 0.5,
    topP: 0.9,
    enabled: { ...defaultSettings.enabled, temperature: false },
  };
  expect(stagesOf(settings, [])).toEqual([{ stage: 'top-p', p: 0.9 }]);
  expect(settings.temperature).toBe(0.5);
});

test('a bias on another encoding’s id is parked when the encoding is given', () => {
  expect(stagesOf(defaultSettings, [king], 'o200k_base')).toEqual([]);
  expect(stagesOf(defaultSettings, [king], 'r50k_base')).toHaveLength(1);
});

test('changed means: differs from the preset, in a number, the order or a switch; back again is unchanged', () => {
  expect(isChanged(defaultSettings)).toBe(false);
  expect(isChanged({ ...defaultSettings, temperature: 0.8 })).toBe(true);
  expect(isChanged({ ...defaultSettings, order: defaultSettings.order.toReversed() })).toBe(true);
  expect(isChanged({ ...defaultSettings, enabled: { ...defaultSettings.enabled, 'top-k': false } })).toBe(
    true,
  );
  expect(isChanged({ ...defaultSettings, temperature: 1 })).toBe(false);
});

test('penalties over the last 0 tokens are neutral whatever their strength', () => {
  expect(isNeutral({ ...defaultSettings, frequency: 1 }, 'penalties')).toBe(false);
  expect(isNeutral({ ...defaultSettings, frequency: 1, lastN: 0 }, 'penalties')).toBe(true);
});

describe('one line for links', () => {
  test('names the preset, the rules, the order, what is off, and each number that is not neutral', () => {
    const settings: SamplerSettings = {
      ...defaultSettings,
      temperature: 0.8,
      topP: 0.95,
      enabled: { ...defaultSettings.enabled, 'top-k': false },
    };
    expect(settingsToJson(settings)).toMatch(/^openai\*openai\*[bntkpm]{6}\*xk\*t0\.8\*p0\.95/);
  });

  const parameters = Object.keys(samplerRanges) as SamplerParameter[];
  const numbers = fc.record(
    Object.fromEntries(
      parameters.map((name) => {
        const { min, max, whole } = samplerRanges[name];
        return [name, whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })];
      }),
    ) as Record<SamplerParameter, fc.Arbitrary<number>>,
  );
  const anySettings: fc.Arbitrary<SamplerSettings> = fc
    .record({
      preset: fc.constantFrom('greedy', 'openai', 'llama.cpp', 'hugging-face', 'vllm', 'custom'),
      rules: fc.constantFrom('openai', 'llama.cpp', 'hugging-face', 'vllm'),
      order: fc.shuffledSubarray([...defaultSettings.order], { minLength: 6 }),
      off: fc.subarray([...defaultSettings.order]),
      numbers,
    })
    .map(({ off, numbers: values, ...rest }) => ({
      ...rest,
      ...values,
      enabled: Object.fromEntries(
        defaultSettings.order.map((stage) => [stage, !off.includes(stage)]),
      ) as SamplerSettings['enabled'],
    }));

  test('any settings come back from the line and from JSON', () => {
    const plusZero = (_: string, value: unknown): unknown => (value === 0 ? 0 : value);
    fc.assert(
      fc.property(anySettings, (raw) => {
        const settings = JSON.parse(JSON.stringify(raw, plusZero)) as SamplerSettings;
        expect(parseSettings(settingsToJson(settings))).toEqual({ ok: true, value: settings });
        expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ ok: true, value: settings });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('any other text is refused or is settings: it never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        parseSettings(junk);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

test.each([
  [
    'temperature above 5',
    'openai*openai*bntkpm*t7',
    'out-of-range',
    'Temperature takes numbers from 0 to 5.',
  ],
  ['top-p below 0', { ...defaultSettings, topP: -0.1 }, 'out-of-range', 'Top-p takes numbers from 0 to 1.'],
  ['half a k', 'openai*openai*bntkpm*k1.5', 'out-of-range', 'Top-k takes whole numbers from 0 to 1000000.'],
  [
    'a number that is none',
    'openai*openai*bntkpm*tx',
    'not-a-number',
    'Temperature takes numbers from 0 to 5.',
  ],
  ['a stage twice', 'openai*openai*bbtkpm', 'unknown-name', 'exactly once'],
  ['five stages', 'openai*openai*bntkp', 'unknown-name', 'exactly once'],
  ['an unknown engine', 'gpt*openai*bntkpm', 'unknown-name', 'greedy, openai, llama.cpp, hugging-face, vllm'],
  ['unknown rules', 'openai*x*bntkpm', 'unknown-name', 'openai, llama.cpp, hugging-face, vllm'],
  ['an unknown part', 'openai*openai*bntkpm*z3', 'unknown-name', 'accepted'],
  ['nothing', null, 'unreadable-link', 'settings'],
])('%s is refused with what is accepted, not clamped', (_, input, code, sentence) => {
  const result = parseSettings(input);
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.fault.code).toBe(code);
  expect(result.fault.message).toContain(sentence);
});
