import type { Probability, TokenId } from '../../../../core/numbers/units.ts';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import type { CandidateTable } from './select-candidates.ts';

/** What the first visitor sees before anything has loaded: the opening text's distribution, computed beforehand. */
export interface FirstView {
  /** The model that it is of. */
  readonly maker: string;
  readonly candidates: number;
  /** By falling probability: id, how the token looks, probability. */
  readonly rows: readonly (readonly [id: TokenId, label: string, probability: Probability])[];
}

/** As `selectCandidates` gives it of the live distribution, with no stage in force. */
export function candidatesAhead({ candidates, rows }: FirstView, wanted: number): CandidateTable {
  const shown = rows.slice(0, wanted);
  const rest = shown.reduce((left, [, , p]) => left - p, 1);
  return {
    rows: shown.map(([id, , p], rank) => ({
      id,
      model: p,
      final: p,
      modelRank: rank + 1,
      status: { kind: 'kept', bias: 0 },
      picked: false,
      pinned: false,
      apart: false,
    })),
    rest: { tokens: candidates - shown.length, kept: candidates - shown.length, model: rest, final: rest },
    candidates,
    largest: shown[0]?.[2] ?? 0,
  };
}

export function faceAhead({ rows }: FirstView, id: TokenId): TokenFace {
  return { id, label: rows.find(([known]) => known === id)?.[1] ?? `#${id}`, kind: 'text' };
}
