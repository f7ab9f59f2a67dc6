import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import type { LanguageModel } from '../../src/core/model/language-model.ts';
import { continuePrompt, type Choice } from '../shared/continue-prompt.ts';
import { prompts } from '../shared/prompts.ts';

/** Tokens of each continuation. */
export const sampleLength = 30;
/** Seed of the drawn ones. */
export const sampleSeed = 1;

export interface Sample {
  readonly prompt: string;
  readonly greedy: string;
  readonly drawn: string;
}

/** Every prompt continued in both ways. None is left out or edited. */
export async function samples(model: LanguageModel, separator: number): Promise<Sample[]> {
  const encoder = await loadEncoder('r50k_base');
  const text = (prompt: string, choice: Choice): string =>
    encoder.decode(
      continuePrompt((ids) => model.logits(ids), encoder.encode(prompt, 'text'), choice, {
        length: sampleLength,
        separator,
      }),
    );
  return prompts.map((prompt, i) => ({
    prompt,
    greedy: text(prompt, { way: 'greedy' }),
    drawn: text(prompt, { way: 'drawn', seed: sampleSeed + i }),
  }));
}
