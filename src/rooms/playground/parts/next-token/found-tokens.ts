import type { Probability, TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';

export interface FoundToken {
  readonly id: TokenId;
  readonly model: Probability;
  readonly final: Probability;
  /** 1 = most likely by the model. */
  readonly modelRank: number;
  /** 1 = most likely to be drawn; undefined when removed. */
  readonly finalRank: number | undefined;
}

/** Where tokens of a search stand in both orders. Ids beyond the trace are left out. */
export function foundTokens(trace: Trace, ids: readonly TokenId[], most: number): readonly FoundToken[] {
  return ids
    .filter((id) => id < trace.modelOrder.length)
    .slice(0, most)
    .map((id) => {
      const place = trace.finalOrder.indexOf(id);
      return {
        id,
        model: trace.model.probabilities[id]!,
        final: trace.probabilityOf(id),
        modelRank: trace.modelOrder.indexOf(id) + 1,
        finalRank: place === -1 ? undefined : place + 1,
      };
    });
}
