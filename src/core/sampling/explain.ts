import { FaultError, fault } from '../../../shared/fault.ts';
import type { Logit, Probability, TokenId } from '../numbers/units.ts';
import type { Candidates } from './candidates.ts';
import type { Ranking } from './ranking.ts';
import type { StageStep } from './stage-step.ts';
import type { ExplanationStep, TokenExplanation } from './trace.ts';

/**
 * One token's way through the stages. Its steps end with the stage that removed it.
 *
 * @throws FaultError `out-of-range` when the id is not in the vocabulary.
 */
export function explainToken(
  id: TokenId,
  ranking: Ranking,
  stages: readonly StageStep[],
  final: Candidates,
  removedBy: Uint8Array,
): TokenExplanation {
  const size = ranking.logits.length;
  if (!(Number.isInteger(id) && id >= 0 && id < size)) {
    throw new FaultError(
      fault('out-of-range', `token ${String(id)}: a whole number from 0 to ${String(size - 1)} is accepted`, {
        value: id,
      }),
    );
  }
  const modelLogit = ranking.logits[id]!;
  const steps: ExplanationStep[] = [];
  let logit: Logit = modelLogit;
  for (const [index, stage] of stages.entries()) {
    const removed = removedBy[id] === index + 1;
    const step = explainStep(id, logit, removed, stage);
    steps.push(step);
    if (removed) break;
    logit = step.logitAfter;
  }
  return {
    id,
    modelLogit,
    modelProbability: ranking.probabilities[id]!,
    modelRank: ranking.candidates.position(modelLogit, id) + 1,
    finalProbability: removedBy[id] === 0 ? probability(final, id, logit) : 0,
    steps,
    keptMass: keptMass(ranking.candidates, stages, final),
  };
}

function explainStep(id: TokenId, logitBefore: Logit, removed: boolean, stage: StageStep): ExplanationStep {
  const { before, after } = stage;
  const changes = stage.revalue !== undefined;
  const logitAfter = removed ? -Infinity : (stage.revalue?.(id, logitBefore) ?? logitBefore);
  const cuts =
    stage.stage === 'top-k' ||
    stage.stage === 'top-p' ||
    stage.stage === 'min-p' ||
    stage.note === 'argmax' ||
    stage.note === 'kept-best';
  return {
    stage: stage.stage,
    params: stage.params,
    logitBefore,
    logitAfter,
    probabilityBefore: probability(before, id, logitBefore),
    probabilityAfter: removed ? 0 : probability(after, id, logitAfter),
    measure: measure(id, logitBefore, stage),
    outcome: removed
      ? 'removed'
      : stage.note === 'neutral'
        ? 'unchanged'
        : cuts
          ? 'kept'
          : changes && logitAfter !== logitBefore
            ? 'changed'
            : 'unchanged',
  };
}

/** The very number that the stage's `probs` hold. */
function probability(candidates: Candidates, id: TokenId, logit: Logit): Probability {
  if (logit === -Infinity) return 0;
  const { values, sum } = candidates.weights();
  return values[candidates.position(logit, id)]! / sum;
}

function measure(id: TokenId, logit: Logit, { params, before }: StageStep): number | undefined {
  switch (params.stage) {
    case 'top-k':
      return before.position(logit, id) + 1;
    case 'min-p':
      return (params.p * before.weights().values[0]!) / before.weights().sum;
    case 'top-p': {
      const { values, sum } = before.weights();
      const end = Math.min(before.position(logit, id), before.finite);
      let mass = 0;
      for (let i = 0; i < end; i++) mass += values[i]!;
      return mass / sum;
    }
    default:
      return undefined;
  }
}

/**
 * What the final division used: of the distribution after the last stage that changed a logit (the model's own
 * when none did), the share that is still kept at the end.
 */
function keptMass(model: Candidates, stages: readonly StageStep[], final: Candidates): Probability {
  let divided = model;
  for (const stage of stages) if (stage.revalue !== undefined) divided = stage.after;
  // Both are measured against the same largest logit: no stage after `divided` changes one, and the best always stays.
  return Math.min(1, final.weights().sum / divided.weights().sum);
}
