import type { Logit, TokenId } from '../numbers/units.ts';
import type { Candidates } from './candidates.ts';
import { changeLogits } from './change-logits.ts';
import { type StageContext, type StageOutcome, unchanged } from './outcome.ts';
import type { PenaltiesStage, Rules } from './stages.ts';

/** Which part of the text each penalty counts, and how far back when the stage does not say. −1: all of it. */
export const historyRules: Readonly<
  Record<Rules, { repetition: 'all' | 'output'; counts: 'all' | 'output'; lastN: number }>
> = {
  // "Sampled" tokens only, by OpenAI's own formula; it has no repetition penalty, so ours counts the same.
  openai: { repetition: 'output', counts: 'output', lastN: -1 },
  // The server feeds the prompt to its sampler as well; the window is 64 tokens.
  'llama.cpp': { repetition: 'all', counts: 'all', lastN: 64 },
  // Hugging Face has no frequency or presence penalty; ours counts as vLLM's.
  'hugging-face': { repetition: 'all', counts: 'output', lastN: -1 },
  vllm: { repetition: 'all', counts: 'output', lastN: -1 },
};

/**
 * Repetition once per distinct token: x ÷ r above 0, x · r at or below (Keskar et al. 2019, §4.1, with the sign
 * handled as every engine does); then − count · frequency − [count > 0] · presence.
 */
export function penalties(
  candidates: Candidates,
  stage: PenaltiesStage,
  context: StageContext,
): StageOutcome {
  const { repetition = 1, frequency = 0, presence = 0 } = stage;
  const rule = historyRules[context.rules];
  const lastN = stage.lastN ?? rule.lastN;
  if ((repetition === 1 && frequency === 0 && presence === 0) || lastN === 0) return unchanged(candidates);

  const { prompt, output } = context;
  const length = prompt.length + output.length;
  const seen = new Set<TokenId>();
  const counts = new Map<TokenId, number>();
  for (let i = lastN < 0 ? 0 : Math.max(0, length - lastN); i < length; i++) {
    const sampled = i >= prompt.length;
    const id = sampled ? output[i - prompt.length]! : prompt[i]!;
    if (sampled || rule.repetition === 'all') seen.add(id);
    if (sampled || rule.counts === 'all') counts.set(id, (counts.get(id) ?? 0) + 1);
  }

  const changes = new Map<TokenId, Logit>();
  if (repetition !== 1) {
    for (const id of seen) {
      const x = context.logitOf(id);
      changes.set(id, x > 0 ? x / repetition : x * repetition);
    }
  }
  if (frequency !== 0 || presence !== 0) {
    for (const [id, count] of counts) {
      const x = changes.get(id) ?? context.logitOf(id);
      changes.set(id, x - count * frequency - presence);
    }
  }
  if (changes.size === 0) return unchanged(candidates);
  // subtle: the model's own −Infinity stays in play with probability 0; as a new logit it would read as a ban
  for (const [id, logit] of changes)
    if (logit === -Infinity && context.logitOf(id) === -Infinity) changes.delete(id);
  return changeLogits(candidates, changes, context);
}
