import { draw } from '../../src/core/sampling/draw.ts';
import { runPipeline } from '../../src/core/sampling/pipeline.ts';
import { uniform } from '../../src/core/sampling/rng.ts';
import type { Stage } from '../../src/core/sampling/stages.ts';

/** How the next token is chosen from the final probabilities: always the likeliest, or drawn. */
export type Choice = { readonly way: 'greedy' } | { readonly way: 'drawn'; readonly seed: number };

export interface ContinueOptions {
  /** Ids at most. */
  readonly length: number;
  /** Stands before the prompt, and ends what follows. */
  readonly separator: number;
  /** In Hugging Face's rules; none leaves the model's own probabilities. */
  readonly stages?: readonly Stage[];
}

/** What follows `prompt`: at most `length` ids, fewer when the document ends. */
export function continuePrompt(
  logits: (ids: readonly number[]) => Float64Array,
  prompt: ArrayLike<number>,
  choice: Choice,
  { length, separator, stages = [] }: ContinueOptions,
): number[] {
  const ids = [separator, ...Array.from(prompt)];
  const from = ids.length;
  while (ids.length < from + length) {
    const { final } = runPipeline(logits(ids), stages, {
      prompt: ids.slice(0, from),
      output: ids.slice(from),
      rules: 'hugging-face',
    });
    const { probabilities } = final;
    const id =
      choice.way === 'greedy'
        ? probabilities.reduce((best, p, at) => (p > probabilities[best]! ? at : best), 0)
        : draw(probabilities, uniform(choice.seed, ids.length - from));
    if (id === separator) break;
    ids.push(id);
  }
  return ids.slice(from);
}
