import { FaultError, fault } from '../../../shared/fault.ts';
import type { Logit, TokenId } from '../numbers/units.ts';
import type { Candidates, Weights } from './candidates.ts';
import { checkHistory, checkStages } from './check-stages.ts';
import { explainToken } from './explain.ts';
import { logitBias } from './logit-bias.ts';
import { minP } from './min-p.ts';
import { orderTies } from './order-ties.ts';
import type { StageContext, StageOutcome } from './outcome.ts';
import { penalties } from './penalties.ts';
import { probabilitiesById, type Ranking, rankingOf } from './ranking.ts';
import { StageStep } from './stage-step.ts';
import type { Rules, Stage } from './stages.ts';
import { temperature } from './temperature.ts';
import { topK } from './top-k.ts';
import { topP } from './top-p.ts';
import type { Trace } from './trace.ts';

export interface PipelineOptions {
  /** Ids that were given to the model. */
  readonly prompt?: ArrayLike<TokenId>;
  /** Ids that were drawn after the prompt. */
  readonly output?: ArrayLike<TokenId>;
  readonly rules: Rules;
  /** `createRanking` of the same logits. Without it the one of the last run on this array is found again, if nothing changed. */
  readonly ranking?: Ranking;
}

/**
 * Carries out the stages one after the other, in the order given; any may be missing or come twice.
 * The logits are natural-log scale, one per token of the vocabulary. Nothing handed out is changed by a later run.
 *
 * A token that the model gave −Infinity has probability 0. It counts as kept while nothing has been cut, and goes
 * with the first tokens that a stage cuts.
 *
 * @throws FaultError for logits, ids or parameters that cannot be used; the message says what is accepted.
 */
export function runPipeline(
  logits: ArrayLike<Logit>,
  stages: readonly Stage[],
  options: PipelineOptions,
): Trace {
  const { rules, prompt = [], output = [] } = options;
  const ranking = options.ranking ?? rankingOf(logits);
  if (ranking.source !== logits && ranking.logits !== logits) {
    throw new FaultError(fault('internal', 'the ranking was made from other logits than this run got'));
  }
  const vocabularySize = ranking.logits.length;
  checkStages(stages, rules, vocabularySize);
  checkHistory(prompt, 'prompt', vocabularySize);
  checkHistory(output, 'output', vocabularySize);

  const removedBy = new Uint8Array(vocabularySize);
  const steps: StageStep[] = [];
  let candidates = ranking.candidates;
  const logitOf = (id: TokenId): Logit => {
    let logit = ranking.logits[id]!;
    for (const step of steps) if (step.revalue !== undefined) logit = step.revalue(id, logit);
    return logit;
  };
  const context: StageContext = { rules, prompt, output, vocabularySize, logitOf };
  for (const [index, stage] of stages.entries()) {
    const outcome = apply(stage, candidates, context);
    for (let i = 0; i < outcome.removed.length; i++) removedBy[outcome.removed[i]!] = index + 1;
    steps.push(
      new StageStep(stage, candidates, outcome.candidates, outcome.note, outcome.revalue, vocabularySize),
    );
    candidates = outcome.candidates;
  }

  const { order, weights } = finish(candidates, vocabularySize);
  let probabilities: Float64Array | undefined;
  const placeOf = (id: TokenId): number | undefined => {
    if (removedBy[id] !== 0) return undefined;
    const place = candidates.position(logitOf(id), id);
    return order[place] === id ? place : order.indexOf(id); // elsewhere only among equals; see finish
  };
  return {
    model: {
      logits: ranking.logits,
      get probabilities() {
        return ranking.probabilities;
      },
    },
    stages: steps,
    final: {
      kept: candidates.kept,
      weights,
      get probabilities() {
        probabilities ??= probabilitiesById(candidates, vocabularySize);
        return probabilities;
      },
    },
    modelOrder: ranking.order,
    finalOrder: order,
    removedBy,
    placeOf,
    probabilityOf: (id) => weightAt(weights, placeOf(id)) / weights.sum,
    explain: (id) => explainToken(id, ranking, steps, candidates, removedBy),
  };
}

function apply(stage: Stage, candidates: Candidates, context: StageContext): StageOutcome {
  switch (stage.stage) {
    case 'logit-bias':
      return logitBias(candidates, stage, context);
    case 'penalties':
      return penalties(candidates, stage, context);
    case 'temperature':
      return temperature(candidates, stage, context);
    case 'top-k':
      return topK(candidates, stage, context);
    case 'top-p':
      return topP(candidates, stage, context);
    case 'min-p':
      return minP(candidates, stage, context);
  }
}

/** What is drawn from: the kept ids by falling probability, ties by rising id, and their weights in that order. */
function finish(
  candidates: Candidates,
  vocabularySize: number,
): { order: Uint32Array; weights: Weights<Float64Array> } {
  const { kept, finite } = candidates;
  const { values: all, sum } = candidates.weights();
  const values = all.subarray(0, finite);
  const order = candidates.order.subarray(0, kept); // a view: no stage writes to it again
  let tangled = false;
  let before = Infinity;
  for (let i = 0; i < finite; i++) {
    const p = values[i]! / sum;
    // subtle: logits that differ can round to one probability, and then the smaller id comes first on the tape
    if (p === before && order[i]! < order[i - 1]!) tangled = true;
    before = p;
  }
  if (!tangled && !(finite < kept && before === 0)) return { order, weights: { values, sum } };
  const untangled = order.slice();
  const along = new Float64Array(kept);
  for (let i = 0; i < finite; i++) along[i] = values[i]! / sum;
  orderTies(untangled, along, kept, vocabularySize);
  return { order: untangled, weights: { values: along, sum: 1 } };
}

function weightAt({ values }: Weights<Float64Array>, place: number | undefined): number {
  return place === undefined ? 0 : (values[place] ?? 0);
}
