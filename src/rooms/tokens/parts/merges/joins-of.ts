import type { MergePart } from '../../../../core/tokens/merge-tree.ts';

/** What each step of a piece made, in the order of the steps. `roots` are the parts after the last. */
export function joinsOf(roots: readonly MergePart[]): readonly MergePart[] {
  const joins: MergePart[] = [];
  const collect = (part: MergePart): void => {
    if (part.made === undefined) return;
    joins[part.step - 1] = part;
    collect(part.made.left);
    collect(part.made.right);
  };
  roots.forEach(collect);
  return joins;
}
