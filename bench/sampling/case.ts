import type { Stage } from '../../src/core/sampling/stages.ts';

/** Vocabulary sizes of r50k and o200k with their special tokens, and the bar for the median in ms. */
export const sizes = [
  { vocabularySize: 50_257, barMs: 2 },
  { vocabularySize: 200_019, barMs: 6 },
] as const;

/** Orders in which the six stages run: truncation first or last makes a difference to the work. */
export const cases = ['openai', 'llama.cpp', 'hugging-face', 'vllm', 'wide'] as const;
export type CaseName = (typeof cases)[number];

/** A seeded generator of uniform numbers for the data (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Logits with a bell-shaped bulk and a few likely tokens, as a language model has them. */
export function makeLogits(vocabularySize: number): Float64Array {
  const random = seeded(1);
  const logits = new Float64Array(vocabularySize);
  for (let id = 0; id < vocabularySize; id++) {
    let bell = 0;
    for (let i = 0; i < 6; i++) bell += random();
    logits[id] = (bell - 3) * 3 - 2;
  }
  for (let rank = 0; rank < 400; rank++)
    logits[Math.floor(random() * vocabularySize)] = 12 - 1.6 * Math.log(rank + 1);
  return logits;
}

/** 200 ids, half of them among the likely tokens. */
export function makeHistory(logits: Float64Array): number[] {
  const random = seeded(2);
  const likely = Array.from(logits.keys()).filter((id) => logits[id]! > 3);
  return Array.from({ length: 200 }, (_, i) =>
    i % 2 === 0 ? likely[Math.floor(random() * likely.length)]! : Math.floor(random() * logits.length),
  );
}

/** All six stages on; `moved` stands for the slider and makes every run a different one. */
export function makeStages(name: CaseName, vocabularySize: number, moved: number): Stage[] {
  const bias: Stage = {
    stage: 'logit-bias',
    bias: { 11: 2.5, 262: -3, 1212: -Infinity, [vocabularySize - 9]: 4 },
  };
  const penalties: Stage = { stage: 'penalties', repetition: 1.1, frequency: 0.2, presence: 0.1, lastN: -1 };
  const heat: Stage = { stage: 'temperature', temperature: 0.7 + moved };
  const topK: Stage = { stage: 'top-k', k: name === 'wide' ? vocabularySize - 1000 : 200 };
  const topP: Stage = { stage: 'top-p', p: name === 'wide' ? 0.9999 : 0.95 };
  const minP: Stage = { stage: 'min-p', p: name === 'wide' ? 1e-9 : 0.02 };
  switch (name) {
    case 'openai':
      return [bias, penalties, heat, topP, topK, minP];
    case 'llama.cpp':
      return [bias, penalties, topK, topP, minP, heat];
    case 'hugging-face':
      return [bias, penalties, heat, topK, topP, minP];
    case 'vllm':
      return [bias, penalties, heat, minP, topK, topP];
    case 'wide': // nearly everything survives to the end, at a high temperature
      return [bias, penalties, { stage: 'temperature', temperature: 1.5 + moved }, topP, topK, minP];
  }
}
