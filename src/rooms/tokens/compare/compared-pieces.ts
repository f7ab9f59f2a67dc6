import type { Split } from './split-source.ts';

/** A stretch of a row to draw as one. */
export interface ComparedPiece {
  /** UTF-16, from < to, inside the row. */
  readonly from: number;
  readonly to: number;
  /** Pieces that have a part of it: one; several where they share a character; none between words. */
  readonly pieces: readonly number[];
  readonly ids: readonly number[];
  /** UTF-16 span of the first of them, which may reach out of the row. */
  readonly whole: { readonly from: number; readonly to: number } | undefined;
  /** A piece begins here, and none of any other split does. */
  readonly alone: boolean;
  /** The piece began in the row before, goes on in the next one. */
  readonly begun: boolean;
  readonly goesOn: boolean;
}

interface Part {
  from: number;
  to: number;
  at: number[];
}

/**
 * All of the text in UTF-16 [from, to) under one split, so that splits side by side have the same text in each row: a piece that
 * crosses the border is there on both sides. Cuts that no other split makes are marked, when the others are given.
 */
export function comparedPieces(
  split: Split,
  others: readonly Split[] | undefined,
  from: number,
  to: number,
): readonly ComparedPiece[] {
  const cuts = others === undefined ? undefined : startsOf(others, from, to);
  const own = startsOf([split], from, to);
  return partsOf(split, from, to).flatMap((part) => {
    const begin = Math.max(from, part.from);
    const end = Math.min(to, part.to);
    if (begin >= end) return [];
    const [first, last] = [part.at[0], part.at.at(-1)];
    return {
      from: begin,
      to: end,
      pieces: part.at.map((i) => split.first + i),
      ids: split.ids === undefined ? [] : part.at.map((i) => split.ids![i]!),
      whole: first === undefined ? undefined : { from: split.starts[first]!, to: split.ends[first]! },
      alone: cuts !== undefined && begin > 0 && own.has(begin) && !cuts.has(begin),
      begun: begin === from && first !== undefined && split.starts[first]! < from,
      goesOn: end === to && last !== undefined && split.ends[last]! > to,
    };
  });
}

/** Stretches of the text that do not overlap: of one piece, of one character that several share, or of none. */
function partsOf({ starts, ends }: Split, from: number, to: number): Part[] {
  const parts: Part[] = [];
  let cursor = from;
  for (let i = firstTouching(ends, from); i < starts.length && starts[i]! < to; i++) {
    const [start, end] = [starts[i]!, ends[i]!];
    // Put in by a tokenizer, or not found again: it has no text of its own.
    if (start === end || end <= from) continue;
    if (start > cursor) parts.push({ from: cursor, to: start, at: [] });
    const last = parts.at(-1);
    const shared = last !== undefined && last.at.length > 0 && start < last.to;
    if (shared) {
      if (last.from === start) last.at.push(i);
      else {
        parts.push({ from: start, to: last.to, at: [...last.at, i] });
        last.to = start;
      }
    }
    const own = shared ? parts.at(-1)!.to : start;
    if (end > own) parts.push({ from: own, to: end, at: [i] });
    cursor = Math.max(cursor, end);
  }
  if (cursor < to) parts.push({ from: cursor, to, at: [] });
  return parts;
}

function startsOf(splits: readonly Split[], from: number, to: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { starts, ends } of splits)
    for (let i = firstTouching(ends, from); i < starts.length && starts[i]! < to; i++)
      if (ends[i]! > starts[i]!) found.add(starts[i]!);
  return found;
}

/** Index of the first piece that ends after a place; ends rise. */
function firstTouching(ends: Uint32Array, place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
