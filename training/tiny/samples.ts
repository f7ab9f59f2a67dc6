import type { LanguageModel } from '../../src/core/model/language-model.ts';
import type { Stage } from '../../src/core/sampling/stages.ts';
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { continuePrompt, type Choice } from '../shared/continue-prompt.ts';
import { quoted } from '../shared/markdown.ts';
import { prompts } from '../shared/prompts.ts';

const length = 40;
const penalty = (repetition: number): Stage => ({
  stage: 'penalties',
  repetition,
  frequency: 0,
  presence: 0,
});

interface Way {
  readonly name: string;
  readonly stages: readonly Stage[];
  readonly choice: Choice;
}

const ways: readonly Way[] = [
  { name: 'likeliest', stages: [], choice: { way: 'greedy' } },
  { name: 'likeliest, repetition penalty 1.1', stages: [penalty(1.1)], choice: { way: 'greedy' } },
  { name: 'likeliest, repetition penalty 1.3', stages: [penalty(1.3)], choice: { way: 'greedy' } },
  ...[1, 2, 3].map((seed): Way => ({
    name: `drawn, seed ${seed}`,
    stages: [
      { stage: 'temperature', temperature: 0.8 },
      { stage: 'top-p', p: 0.95 },
    ],
    choice: { way: 'drawn', seed },
  })),
];

/** The part of the card that shows continuations: every prompt in every way. None is left out or edited. */
export async function samplesBlock(model: LanguageModel, separator: number): Promise<string> {
  const encoder = await loadEncoder(model.encoding);
  const lines = [
    `${length} tokens each, from the start of a document. The drawn ones are at temperature 0.8 and top-p 0.95, the penalty is ` +
      `Hugging Face's. A continuation that is shorter met the end of its document.`,
  ];
  for (const prompt of prompts) {
    lines.push('', `**${prompt}**`, '');
    for (const { name, stages, choice } of ways) {
      const ids = continuePrompt((seen) => model.logits(seen), encoder.encode(prompt, 'text'), choice, {
        length,
        separator,
        stages,
      });
      lines.push(`- ${name}: ${quoted(encoder.decode(ids))}`);
    }
  }
  return lines.join('\n');
}
