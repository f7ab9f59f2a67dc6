import { type Fault, type Result, fault } from '../../../shared/fault.ts';
import { checkStages } from '../sampling/check-stages.ts';
import type { LogitBiasStage, PenaltiesStage, Stage } from '../sampling/stages.ts';
import { biasKnown } from './bias-known.ts';
import { changeTemperature, isArgmax } from './change-temperature.ts';
import { keepAtLeast, keepFirst } from './keep-first.ts';
import { keepMinP } from './keep-min-p.ts';
import { keepNucleus } from './keep-nucleus.ts';
import { mergeCases } from './merge-cases.ts';
import type { PartialDistribution } from './partial-distribution.ts';
import { type Case, type PartialState, firstState } from './partial-state.ts';
import type { PartialNote, PartialTrace } from './partial-trace.ts';
import { type Step, toTrace } from './to-trace.ts';

/**
 * Carries out the stages on a top list: any order, any missing or twice; by the reading that the core calls `openai`. Among equals
 * listed tokens come before unlisted ones.
 *
 * Returns the fault `provider-only` for what needs the unknown tokens one by one and can only be sent to the provider: penalties that
 * are not neutral, and a bias on an id that is not listed (`detail.stage`, `detail.ids`).
 *
 * @throws FaultError for parameters out of range, as `runPipeline`.
 */
export function runPartial(source: PartialDistribution, stages: readonly Stage[]): Result<PartialTrace> {
  const size = source.unknown === undefined ? Infinity : source.known.length + source.unknown;
  checkStages(stages, 'openai', size);
  let state = firstState(source);
  const steps: Step[] = [];
  for (const stage of stages) {
    const next = carryOut(state, stage);
    if (!next.ok) return next;
    const { note } = next.value;
    state = { ...next.value.state, cases: mergeCases(next.value.state.cases) };
    steps.push({ stage, state, note });
  }
  return { ok: true, value: toTrace(source, state, steps) };
}

interface Outcome {
  readonly state: PartialState;
  readonly note: PartialNote | undefined;
}

const done = (state: PartialState, note?: PartialNote): Result<Outcome> => ({
  ok: true,
  value: { state, note },
});

function carryOut(state: PartialState, stage: Stage): Result<Outcome> {
  switch (stage.stage) {
    case 'logit-bias':
      return bias(state, stage);
    case 'penalties':
      return isNeutral(stage) ? done(state, 'neutral') : { ok: false, fault: penaltiesFault() };
    case 'temperature': {
      const { temperature } = stage;
      if (temperature === 1) return done(state, 'neutral');
      const next = changeTemperature(state, temperature);
      if (!isArgmax(state, temperature)) return done(next);
      return done(next, goesBetweenEquals(state, next) ? 'ties' : 'argmax');
    }
    case 'top-k': {
      if (stage.k <= 0) return done(state, 'neutral');
      const target = Math.max(stage.k, stage.minKeep ?? 0);
      return cutting(state, (one) => keepFirst(state, one, target));
    }
    case 'top-p':
      if (stage.p === 1) return done(state, 'neutral');
      return cutting(state, (one) =>
        keepAtLeast(state, one, stage.minKeep, keepNucleus(state, one, stage.p)),
      );
    case 'min-p':
      if (stage.p === 0) return done(state, 'neutral');
      return cutting(state, (one) => keepAtLeast(state, one, stage.minKeep, keepMinP(state, one, stage.p)));
  }
}

function cutting(state: PartialState, rule: (one: Case) => readonly Case[]): Result<Outcome> {
  const next = { ...state, cases: state.cases.flatMap(rule) };
  return done(next, goesBetweenEquals(state, next) ? 'ties' : undefined);
}

/** Whether a known token was cut that has the score of one that was kept. */
function goesBetweenEquals({ cases, scores }: PartialState, after: PartialState): boolean {
  return after.cases.some((left) =>
    cases.some(({ order }) => {
      const kept = left.order.length;
      const isCut = kept > 0 && kept < order.length && order[kept - 1] === left.order[kept - 1];
      return isCut && scores[order[kept]!] === scores[order[kept - 1]!];
    }),
  );
}

function bias(state: PartialState, stage: LogitBiasStage): Result<Outcome> {
  const byPlace = new Map<number, number>();
  const missing: string[] = [];
  for (const [id, value] of Object.entries(stage.bias)) {
    if (value === 0) continue;
    const place = state.source.known.findIndex((token) => token.id === Number(id));
    if (place < 0) missing.push(id);
    else byPlace.set(place, value);
  }
  if (missing.length > 0) {
    const ids = missing.join(', ');
    const message = `no listed token has the id ${ids}, so its bias can only be sent to the provider`;
    return { ok: false, fault: fault('provider-only', message, { stage: 'logit-bias', ids }) };
  }
  return byPlace.size === 0 ? done(state, 'neutral') : done(biasKnown(state, byPlace));
}

function isNeutral({ repetition = 1, frequency = 0, presence = 0, lastN }: PenaltiesStage): boolean {
  return (repetition === 1 && frequency === 0 && presence === 0) || lastN === 0;
}

function penaltiesFault(): Fault {
  const message = 'penalties change tokens that are not listed, so they can only be sent to the provider';
  return fault('provider-only', message, { stage: 'penalties' });
}
