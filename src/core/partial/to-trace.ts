import type { Stage } from '../sampling/stages.ts';
import type { PartialDistribution } from './partial-distribution.ts';
import { type Case, type PartialState, type WeighedCase, weigh } from './partial-state.ts';
import type {
  CountRange,
  Interval,
  PartialCase,
  PartialNote,
  PartialStage,
  PartialStatus,
  PartialTrace,
} from './partial-trace.ts';
import { type Range, type Tail, surely } from './tail.ts';

/** A stage, and the state that it left. */
export interface Step {
  readonly stage: Stage;
  readonly state: PartialState;
  readonly note: PartialNote | undefined;
}

/** What the stages left, as what is shown of it. */
export function toTrace(
  source: PartialDistribution,
  last: PartialState,
  steps: readonly Step[],
): PartialTrace {
  const cases = last.cases.map((one) => ({ one, weighed: weigh(last, one) }));
  const finals = finalsOf(source.known.length, cases);
  const presences = steps.map(({ state }) => presenceIn(state));
  return {
    source,
    tokens: source.known.map(({ logprob }, i) => ({
      model: Math.min(1, Math.exp(logprob)),
      final: finals[i]!,
      status: statusOf(presences.map((presence) => presence[i]!)),
    })),
    remainder: {
      model: source.remainder,
      final: remainderOf(cases.map(({ weighed }) => weighed)),
      count: asCount(hull(last.cases.map(({ count }) => count)), last.tail),
    },
    stages: steps.map(stageOf),
    cases: cases.map(({ one, weighed }) => toCase(one, weighed, last.tail)),
  };
}

/** Final probability of each known token: weight ÷ (W + R), with R from least to most; 0 in a case where it is gone. */
function finalsOf(
  size: number,
  cases: readonly { readonly one: Case; readonly weighed: WeighedCase }[],
): readonly Interval[] {
  const finals = Array.from({ length: size }, () => ({ low: 1, high: 0, times: 0 }));
  for (const { one, weighed } of cases) {
    const { weights, knownWeight, rest } = weighed;
    one.order.forEach((i, at) => {
      const final = finals[i]!;
      final.low = Math.min(final.low, weights[at]! / (knownWeight + rest.high));
      final.high = Math.max(final.high, weights[at]! / (knownWeight + rest.low));
      final.times += 1;
    });
  }
  return finals.map(({ low, high, times }) => ({ low: times < cases.length ? 0 : low, high }));
}

/** R ÷ (W + R), which grows with R. */
function remainderOf(cases: readonly WeighedCase[]): Interval {
  const share = (known: number, rest: number): number =>
    known === 0 || rest === Infinity ? 1 : rest / (known + rest);
  return hull(
    cases.map(({ knownWeight, rest }) => ({
      low: share(knownWeight, rest.low),
      high: share(knownWeight, rest.high),
    })),
  );
}

type Presence = 'in all' | 'in some' | 'in none';

function presenceIn({ source, cases }: PartialState): Presence[] {
  const times = source.known.map(() => 0);
  for (const { order } of cases) for (const i of order) times[i]! += 1;
  return times.map((n) => (n === cases.length ? 'in all' : n === 0 ? 'in none' : 'in some'));
}

function statusOf(presences: readonly Presence[]): PartialStatus {
  const gone = presences.indexOf('in none');
  if (gone >= 0) return { kind: 'removed', stage: gone };
  const stage = presences.indexOf('in some');
  return stage >= 0 ? { kind: 'undecided', stage } : { kind: 'kept' };
}

function stageOf({ stage, state, note }: Step): PartialStage {
  const kept = state.cases.map(({ order }) => order.length);
  return {
    params: stage,
    known: { low: Math.min(...kept), high: Math.max(...kept) },
    remainder: remainderOf(state.cases.map((one) => weigh(state, one))),
    note,
  };
}

function toCase({ order, count }: Case, weighed: WeighedCase, tail: Tail): PartialCase {
  const { weights, rest, ahead, before, capWeight } = weighed;
  return {
    order,
    weights,
    remainderWeight: rest,
    remainderCount: asCount(count, tail),
    ahead,
    unknownBefore: before.map((tokens) => (tokens === 0 ? 0 : Math.min(rest.high, tokens * capWeight))),
  };
}

function hull(ranges: readonly Range[]): Range {
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

/** A vocabulary of unknown size has no end here. */
function asCount(count: Range, tail: Tail): CountRange {
  return { low: surely(count, tail), high: count.high === Infinity ? undefined : count.high };
}
