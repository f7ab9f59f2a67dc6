import type { TextEdit } from './text-edit.ts';

/** The edits by place, each inside a text of `length` units and no two over one another; RangeError otherwise. */
export function checkedEdits(edits: readonly TextEdit[], length: number): TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { from, to } of sorted) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from || to > length) {
      throw new RangeError(`There is no range [${from}, ${to}) in a text of ${length} UTF-16 units.`);
    }
    if (from < end) throw new RangeError(`The edit at ${from} overlaps the one that ends at ${end}.`);
    end = to;
  }
  return sorted;
}
