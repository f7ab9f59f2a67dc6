import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import { directionLevels, visualOrder } from './direction-levels.ts';
import { pictureAtoms, type Atom, type Box, type PlacedAtom } from './picture-atoms.ts';
import { pictureRows } from './picture-rows.ts';
import { runsOf, type Run } from './picture-runs.ts';
import { pictureUnits } from './picture-units.ts';

export interface LaidPicture {
  /** Columns of the widest row. */
  readonly columns: number;
  readonly rows: number;
  /** For each token its grounds, one for each row that it reaches into. */
  readonly grounds: readonly (readonly Box[])[];
  /** What is written, in the order of the text. */
  readonly runs: readonly Run[];
}

export interface PictureLimits {
  /** Columns to a row. */
  readonly columns: number;
  readonly rows: number;
  readonly tokens: number;
  /** Columns that a token of this id takes at least. */
  readonly least: (id: number) => number;
}

/** Tokens on a grid: as many of a slice from the start of the text as the limits allow. */
export function layPicture(text: string, slice: TokenSlice, limits: PictureLimits): LaidPicture {
  const laid = layTokens(text, firstOf(slice, limits.tokens), limits);
  const beyond = laid.grounds.findIndex((boxes) => boxes.some(({ row }) => row >= limits.rows));
  // What the tokens before it take is not changed by those after it.
  return beyond < 0 ? laid : layTokens(text, firstOf(slice, beyond), limits);
}

function layTokens(text: string, slice: TokenSlice, { columns, least }: PictureLimits): LaidPicture {
  const units = pictureUnits(text, slice);
  const levels = directionLevels(units);
  const atoms = pictureAtoms(units, (token) => least(slice.ids[token]!));
  const rows = pictureRows(atoms, units, columns).map((row, at) => placed(row, at, levels));
  const grounds = Array.from(slice.ids, (): Box[] => []);
  for (const row of rows)
    for (const atom of row.toSorted((a, b) => a.x - b.x)) addGround(grounds[atom.token]!, atom);
  return {
    columns: Math.max(0, ...rows.map((row) => row.reduce((sum, atom) => sum + atom.cells, 0))),
    rows: rows.length,
    grounds,
    runs: runsOf(rows, units, levels),
  };
}

/** A row's atoms in the order of the text, each at its place from the left. */
function placed(row: readonly Atom[], at: number, levels: readonly number[]): PlacedAtom[] {
  const xs: number[] = [];
  let x = 0;
  for (const place of visualOrder(row.map(({ unit }) => levels[unit]!))) {
    xs[place] = x;
    x += row[place]!.cells;
  }
  return row.map((atom, place) => ({ ...atom, row: at, x: xs[place]! }));
}

/** What touches is one ground. */
function addGround(grounds: Box[], { row, x, cells }: Box): void {
  const last = grounds.at(-1);
  if (last !== undefined && last.row === row && Math.abs(last.x + last.cells - x) < 1e-6)
    grounds[grounds.length - 1] = { row, x: last.x, cells: last.cells + cells };
  else grounds.push({ row, x, cells });
}

function firstOf(slice: TokenSlice, count: number): TokenSlice {
  const { first, ids, byteStarts, byteLengths, starts, ends, headBytes, tailBytes } = slice;
  return {
    first,
    ids: ids.subarray(0, count),
    byteStarts: byteStarts.subarray(0, count),
    byteLengths: byteLengths.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    headBytes: headBytes.subarray(0, count),
    tailBytes: tailBytes.subarray(0, count),
  };
}
