import { expect, test } from 'vitest';
import type { ModelInfo } from './engine.ts';
import { createScriptedModel } from './scripted.ts';

const info: ModelInfo = {
  id: 'script',
  encoding: 'r50k_base',
  vocabularySize: 3,
  capabilities: {
    fullVocabulary: true,
    topLogprobs: 3,
    logitBias: true,
    echo: true,
    prefill: true,
    seed: true,
    inside: false,
    contextLength: 2,
  },
  bytes: 0,
  parameters: 0,
};

test('logits are ln of the probabilities that were given; the rest is impossible', async () => {
  const model = createScriptedModel({ info, next: () => ({ 0: 0.25, 2: 0.75 }) });
  expect(await model.next([])).toEqual(Float64Array.of(Math.log(0.25), -Infinity, Math.log(0.75)));
});

test('the script sees only the last contextLength ids: of 0 1 2 the last two', async () => {
  const seen: number[][] = [];
  const model = createScriptedModel({
    info,
    next: (ids) => {
      seen.push([...ids]);
      return { 0: 1 };
    },
  });
  await model.next(Uint32Array.of(0, 1, 2));
  expect(seen).toEqual([[1, 2]]);
});

test('an id outside the vocabulary is refused by name', async () => {
  const model = createScriptedModel({ info, next: () => ({ 3: 1 }) });
  await expect(model.next([])).rejects.toThrow('names id 3; ids are 0 to 2');
});
