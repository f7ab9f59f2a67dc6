import { rank } from '../../../core/numbers/rank.ts';
import type { Inside } from '../../../core/model/language-model.ts';
import type { Probability, TokenId } from '../../../core/numbers/units.ts';

/** One depth of the model: what it would say if it ended there. */
export interface LensRow {
  /** Layers that lie behind: 0 before the first. */
  readonly layers: number;
  /** The most probable tokens, best first. */
  readonly top: readonly { readonly id: TokenId; readonly probability: Probability }[];
}

/** The logit lens, cut to the `count` most probable tokens of each depth. */
export function selectLens({ layers, lens }: Inside, count: number): readonly LensRow[] {
  const size = lens.length / (layers + 1);
  return Array.from({ length: layers + 1 }, (_, depth) => {
    const row = lens.subarray(depth * size, (depth + 1) * size);
    const top = Array.from(rank(row).subarray(0, count), (id) => ({ id, probability: row[id]! }));
    return { layers: depth, top };
  });
}
