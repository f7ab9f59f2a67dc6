import type { TokenId } from '../numbers/units.ts';
import { noMerge } from './pair-table.ts';

/** Which pairs of neighbours merge. */
export interface Merges {
  /** The id that the pair merges to, or noMerge. The smaller id merges first: it is the merge's rank too. */
  merge(left: TokenId, right: TokenId): number;
}

/** Two neighbouring parts of a piece become one. */
export interface MergeStep {
  readonly left: TokenId;
  readonly right: TokenId;
  /** Place of the left part among the parts before this step; the new one takes it. */
  readonly at: number;
  readonly id: TokenId;
  /** The merge's place in the encoding's list. OpenAI numbers its tokens in that order, so there it is the id. */
  readonly rank: number;
}

/**
 * Byte-pair encoding of `parts`, written down merge by merge: of all neighbours that merge, the pair of lowest rank, the
 * leftmost of equals, until none merges. Work and memory grow with the square of their number; `PieceEncoder` is the fast one.
 */
export function mergeSteps(merges: Merges, parts: readonly TokenId[]): readonly MergeStep[] {
  const now = [...parts];
  const steps: MergeStep[] = [];
  for (;;) {
    let rank = noMerge;
    let at = -1;
    for (let i = 0; i + 1 < now.length; i++) {
      const next = merges.merge(now[i]!, now[i + 1]!);
      if (next < rank) [rank, at] = [next, i];
    }
    if (at < 0) return steps;
    const [left, right] = now.splice(at, 2, rank);
    steps.push({ left: left!, right: right!, at, id: rank, rank });
  }
}
