import { rowCount, rowOf, type TextRows } from '../../compare/text-rows.ts';

/** Rows that are in the page, and where they lie. */
export interface DrawnRows {
  /** The first of them. */
  readonly first: number;
  /** Px from the top of the first row to that of each. */
  readonly tops: readonly number[];
  /** Px to the end of the last. */
  readonly end: number;
}

/** A place in the text: so far down in a row, in [0, 1]. */
export interface Place {
  readonly row: number;
  readonly share: number;
}

/** Px from the top of the first drawn row; of a row that is not drawn, the nearer end. */
export function heightOf({ first, tops, end }: DrawnRows, { row, share }: Place): number {
  const at = row - first;
  if (at < 0) return 0;
  const top = tops[at];
  return top === undefined ? end : top + share * ((tops[at + 1] ?? end) - top);
}

/** The place that stands so many px below the top of the first drawn row, or the nearer end. */
export function placeAt({ first, tops, end }: DrawnRows, height: number): Place {
  let at = 0;
  while (at + 1 < tops.length && tops[at + 1]! <= height) at += 1;
  const top = tops[at] ?? 0;
  const bottom = tops[at + 1] ?? end;
  const share = bottom > top ? Math.min(1, Math.max(0, (height - top) / (bottom - top))) : 0;
  return { row: first + at, share };
}

/** UTF-16 offset of a place, which may lie between two units. */
export function unitOf({ borders }: TextRows, { row, share }: Place): number {
  const from = borders[row]!;
  return from + share * (borders[row + 1]! - from);
}

export function placeOfUnit(rows: TextRows, unit: number): Place {
  const row = rowOf(rows, Math.floor(unit));
  const from = rows.borders[row]!;
  return { row, share: Math.min(1, (unit - from) / (rows.borders[row + 1]! - from)) };
}

/**
 * How far down the text a screen is, in [0, 1]: the share of the screen at which it shows the same share of the text. So 0 shows
 * the beginning at its top, and 1 the end at its bottom. `offset`: px from the screen's top to that of the first drawn row.
 */
export function shareOf(rows: TextRows, drawn: DrawnRows, offset: number, screen: number): number {
  const { length } = rows.text;
  if (rowCount(rows) === 0 || length === 0) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const share = (low + high) / 2;
    if (unitOf(rows, placeAt(drawn, share * screen - offset)) > share * length) low = share;
    else high = share;
  }
  return (low + high) / 2;
}
