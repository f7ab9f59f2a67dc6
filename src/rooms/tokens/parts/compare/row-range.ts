import { rowCount, rowOf, type TextRows } from '../../compare/text-rows.ts';

/** Rows [first, last). */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Rows that are added at once at most, and that are drawn at first. */
const mostRows = 24;
/** UTF-16 units that are drawn at first. */
const firstUnits = 2500;

/** What is drawn before anything has been measured: from a unit on, as much as a screen may hold. */
export function rangeFrom(rows: TextRows, unit: number): RowRange {
  if (rowCount(rows) === 0) return { first: 0, last: 0 };
  const first = rowOf(rows, unit);
  return { first, last: rowsOn(rows, first, firstUnits) };
}

/** Of the same text in other rows, what holds the same part of it; of another text, its beginning. */
export function rangeIn(rows: TextRows, before: TextRows, { first, last }: RowRange): RowRange {
  if (rows.text !== before.text) return rangeFrom(rows, 0);
  return {
    first: rowOf(rows, before.borders[first]!),
    last: rowOf(rows, Math.max(0, before.borders[last]! - 1)) + 1,
  };
}

/** The first of some rows before a row, one at least where there is one, that hold so many UTF-16 units. */
export function rowsBack({ borders }: TextRows, row: number, units: number): number {
  let first = Math.max(0, row - 1);
  while (first > 0 && borders[row]! - borders[first]! < units && row - first < mostRows) first -= 1;
  return first;
}

/** The end of some rows from a row on, one at least where there is one, that hold so many UTF-16 units. */
export function rowsOn(rows: TextRows, row: number, units: number): number {
  const { borders } = rows;
  const all = rowCount(rows);
  let last = Math.min(all, row + 1);
  while (last < all && borders[last]! - borders[row]! < units && last - row < mostRows) last += 1;
  return last;
}
