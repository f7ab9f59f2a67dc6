/** A way to split a text: its pieces as UTF-16 spans, in order. */
export interface Split {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where pieces have ids. */
  readonly ids?: Uint32Array | undefined;
}

export interface ComparedPiece {
  readonly from: number;
  readonly to: number;
  readonly id: number | undefined;
  /** Which piece of the whole text it is, from 0. */
  readonly index: number;
  /** It begins where none of the other splits begins a piece. */
  readonly alone: boolean;
}

/**
 * The pieces of one split that begin in UTF-16 [from, to), with the cuts that no other split makes marked. Pieces without
 * text of their own, as later tokens of one character, are left out of the drawing; they are counted elsewhere.
 */
export function comparedPieces(
  split: Split,
  others: readonly Split[],
  from: number,
  to: number,
): readonly ComparedPiece[] {
  const cuts = new Set<number>();
  for (const other of others)
    for (let i = firstAt(other.starts, from); i < other.starts.length && other.starts[i]! < to; i++)
      cuts.add(other.starts[i]!);
  const pieces: ComparedPiece[] = [];
  let drawn = 0;
  for (let i = firstAt(split.starts, from); i < split.starts.length && split.starts[i]! < to; i++) {
    const start = split.starts[i]!;
    const end = split.ends[i]!;
    // Of a character in several pieces the first one shows it.
    if (end === start || start < drawn) continue;
    drawn = end;
    const alone = others.length > 0 && start > 0 && !cuts.has(start);
    pieces.push({ from: start, to: end, id: split.ids?.[i], index: i, alone });
  }
  return pieces;
}

/** Index of the first start that is not before a place; starts rise. */
function firstAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
