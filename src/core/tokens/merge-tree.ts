import type { TokenId } from '../numbers/units.ts';
import type { MergeStep } from './merge-steps.ts';

/** A part that a piece had at some step: a single byte, or what a merge made of two parts. */
export interface MergePart {
  readonly id: TokenId;
  /** Bytes [from, to) of the piece. */
  readonly from: number;
  readonly to: number;
  /** The step, counted from 1, that made it; 0 for a byte, which was there before the first. */
  readonly step: number;
  /** Of the merge that made it; absent for a byte. */
  readonly made?: { readonly rank: number; readonly left: MergePart; readonly right: MergePart };
}

/**
 * The parts of a piece of the single bytes `bytes` after the first `count` of `steps`, each with its tree of merges down
 * to the bytes. With all steps: the piece's tokens. RangeError when there are not so many steps, or they do not fit.
 */
export function mergeTree(
  bytes: readonly TokenId[],
  steps: readonly MergeStep[],
  count = steps.length,
): readonly MergePart[] {
  if (!(Number.isInteger(count) && count >= 0 && count <= steps.length))
    throw new RangeError(`${count} is none of the ${steps.length} steps`);
  const parts: MergePart[] = bytes.map((id, from) => ({ id, from, to: from + 1, step: 0 }));
  for (let n = 0; n < count; n++) {
    const { at, id, rank, ...ids } = steps[n]!;
    const left = parts[at];
    const right = parts[at + 1];
    if (left?.id !== ids.left || right?.id !== ids.right)
      throw new RangeError(`step ${n + 1} merges ${ids.left} and ${ids.right}, which are not at ${at}`);
    parts.splice(at, 2, { id, from: left.from, to: right.to, step: n + 1, made: { rank, left, right } });
  }
  return parts;
}
