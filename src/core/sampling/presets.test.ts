import { expect, test } from 'vitest';
import { runPipeline } from './pipeline.ts';
import { presetIds, presets } from './presets.ts';

const logits = Array.from({ length: 100 }, (_, id) => -id / 10);

test('every preset has all six stages once, and a name of its own', () => {
  expect(presets.map((preset) => preset.id)).toEqual([...presetIds]);
  for (const { stages } of presets) {
    expect(stages.map((stage) => stage.stage).sort()).toEqual([
      'logit-bias',
      'min-p',
      'penalties',
      'temperature',
      'top-k',
      'top-p',
    ]);
  }
});

test.each([
  ['greedy', 1], // T = 0
  ['openai', 100], // all neutral
  ['llama.cpp', 27], // of 40: 1 − e^(−n/10) ≥ 0.95 · (1 − e⁻⁴) from n = 26.97 on, and e^(−2.6) = 0.074 > 0.05
  ['hugging-face', 50], // top-k 50
  ['vllm', 100],
] as const)('%s by default keeps %d of a hundred falling tokens', (id, kept) => {
  const { rules, stages } = presets.find((preset) => preset.id === id)!;
  expect(runPipeline(logits, stages, { rules }).final.kept).toBe(kept);
});
