import { draw } from '../../src/core/sampling/draw.ts';
import { uniform } from '../../src/core/sampling/rng.ts';

/** How the next token is chosen: always the likeliest, or drawn from the model's own probabilities. */
export type Choice = { readonly way: 'greedy' } | { readonly way: 'drawn'; readonly seed: number };

/** What follows `prompt`: at most `length` ids, fewer when the document ends. */
export function continuePrompt(
  logits: (ids: readonly number[]) => Float64Array,
  prompt: Uint32Array,
  choice: Choice,
  { length, separator }: { readonly length: number; readonly separator: number },
): number[] {
  const ids = [separator, ...prompt];
  const from = ids.length;
  while (ids.length < from + length) {
    const scores = logits(ids);
    const id =
      choice.way === 'greedy'
        ? scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0)
        : draw(
            scores.map((score) => Math.exp(score)),
            uniform(choice.seed, ids.length - from),
          );
    if (id === separator) break;
    ids.push(id);
  }
  return ids.slice(from);
}
