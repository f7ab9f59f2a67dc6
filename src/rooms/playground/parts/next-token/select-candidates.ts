import type { Probability, TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import { biasOf, candidateStatus, type CandidateStatus } from '../../selectors/candidate-status.ts';
import { sumOutside } from '../../selectors/sum-outside.ts';

export interface Candidate {
  readonly id: TokenId;
  readonly model: Probability;
  readonly final: Probability;
  /** 1 = most likely by the model. */
  readonly modelRank: number;
  readonly status: CandidateStatus;
  /** The needle stands on it. */
  readonly picked: boolean;
  readonly pinned: boolean;
  /** Its rank does not follow the rank of the row above. */
  readonly apart: boolean;
}

/** The drawn part of a distribution, and exactly what the drawing leaves out. */
export interface CandidateTable {
  /** By falling model probability, so that no slider moves a row. */
  readonly rows: readonly Candidate[];
  readonly rest: {
    readonly tokens: number;
    /** How many of them can still be drawn. */
    readonly kept: number;
    readonly model: Probability;
    readonly final: Probability;
  };
  /** Size of the vocabulary. */
  readonly candidates: number;
  /** Largest probability among the rows, of either kind. */
  readonly largest: Probability;
}

export interface CandidateChoice {
  /** Rows wanted; fewer when the vocabulary is smaller, more only when more than that are pinned. */
  readonly count: number;
  readonly pinned?: readonly TokenId[];
  readonly active?: TokenId | undefined;
  readonly pick?: TokenId | undefined;
}

/**
 * The model's first tokens in the model's order, with room kept for tokens that must be seen: the pinned ones, the
 * active one, the one under the needle, and those that a bias, a ban of others or a penalty lifted to the top of what is drawn.
 * The order is the model's alone, so rows stay where they are while a slider is dragged.
 */
export function selectCandidates(trace: Trace, choice: CandidateChoice): CandidateTable {
  const size = trace.modelOrder.length;
  const count = Math.min(choice.count, size);
  const wanted = mustBeSeen(trace, choice, count);
  const ranks = [...wanted].map((id) => trace.modelOrder.indexOf(id)).sort((a, b) => a - b);
  let top = count;
  while (top > 0 && top + ranks.filter((rank) => rank >= top).length > count) top--;
  const shown = [...Array.from({ length: top }, (_, rank) => rank), ...ranks.filter((rank) => rank >= top)];
  const pinned = new Set(choice.pinned);
  const rows = shown.map((rank, row): Candidate => {
    const id = trace.modelOrder[rank]!;
    return {
      id,
      model: trace.model.probabilities[id]!,
      final: trace.probabilityOf(id),
      modelRank: rank + 1,
      status: candidateStatus(trace, id),
      picked: id === choice.pick,
      pinned: pinned.has(id),
      apart: rank !== (row === 0 ? 0 : shown[row - 1]! + 1),
    };
  });
  const ids = rows.map((row) => row.id);
  const { weights } = trace.final;
  const places = ids
    .flatMap((id) => trace.placeOf(id) ?? [])
    .filter((place) => place < weights.values.length);
  const keptRows = rows.filter((row) => trace.removedBy[row.id] === 0).length;
  return {
    rows,
    rest: {
      tokens: size - rows.length,
      kept: trace.final.kept - keptRows,
      model: sumOutside(trace.model.probabilities, ids),
      final: sumOutside(weights.values, places) / weights.sum,
    },
    candidates: size,
    largest: rows.reduce((most, row) => Math.max(most, row.model, row.final), 0),
  };
}

function mustBeSeen(trace: Trace, choice: CandidateChoice, count: number): Set<TokenId> {
  const size = trace.modelOrder.length;
  const wanted = new Set<TokenId>(choice.pinned);
  if (choice.active !== undefined) wanted.add(choice.active);
  if (choice.pick !== undefined) wanted.add(choice.pick);
  for (const id of wanted) if (id >= size) wanted.delete(id);
  trace.finalOrder.subarray(0, count).forEach((id, place) => {
    if (place < count / 3 || biasOf(trace, id) > 0) wanted.add(id);
  });
  return wanted;
}
