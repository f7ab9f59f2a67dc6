import type { Logit, TokenId } from '../numbers/units.ts';
import type { Candidates } from './candidates.ts';
import { changeLogits } from './change-logits.ts';
import { type StageContext, type StageOutcome, unchanged } from './outcome.ts';
import type { LogitBiasStage } from './stages.ts';

/** x + b for each listed token; −Infinity bans it. A bias of b multiplies the odds by e^b. */
export function logitBias(
  candidates: Candidates,
  stage: LogitBiasStage,
  context: StageContext,
): StageOutcome {
  const changes = new Map<TokenId, Logit>();
  for (const [key, bias] of Object.entries(stage.bias)) {
    const id = Number(key);
    const x = context.logitOf(id);
    // subtle: a finite bias on the model's own −Infinity changes nothing, so it must not read as a ban
    if (bias !== 0 && (bias === -Infinity || x !== -Infinity)) changes.set(id, x + bias);
  }
  if (changes.size === 0) return unchanged(candidates);
  return changeLogits(candidates, changes, context);
}
