import type { MergePart } from '../../../../core/tokens/merge-tree.ts';

export interface PlacedPart {
  readonly part: MergePart;
  /** Middle of its bytes, in columns of a byte each: 0.5 is the middle of the first. */
  readonly x: number;
  /** Rows above the bytes: 0 for a byte, one more than the higher of its two parts for a merge. */
  readonly row: number;
  /** Where its two parts are placed. */
  readonly made?: { readonly left: PlacedPart; readonly right: PlacedPart };
}

export interface TreeLayout {
  /** Bytes. */
  readonly columns: number;
  readonly rows: number;
  /** Parts before what is made of them. */
  readonly parts: readonly PlacedPart[];
}

/**
 * A piece's trees side by side, all bytes on the ground. A part stands over the middle of its own bytes, so parts of one
 * row never meet.
 */
export function treeLayout(roots: readonly MergePart[]): TreeLayout {
  const parts: PlacedPart[] = [];
  function place(part: MergePart): PlacedPart {
    const made = part.made && { left: place(part.made.left), right: place(part.made.right) };
    const row = made === undefined ? 0 : 1 + Math.max(made.left.row, made.right.row);
    const placed = { part, x: (part.from + part.to) / 2, row, ...(made && { made }) };
    parts.push(placed);
    return placed;
  }
  const rows = 1 + Math.max(...roots.map((root) => place(root).row));
  return { columns: roots.at(-1)?.to ?? 0, rows, parts };
}
