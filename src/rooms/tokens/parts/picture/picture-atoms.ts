import type { PictureUnit } from './picture-units.ts';

/** A token's part in a unit: the smallest thing that stands in a row. */
export interface Atom {
  /** Place in the slice. */
  readonly token: number;
  /** Place among the units. */
  readonly unit: number;
  readonly cells: number;
  /** Empty room at an end of the token, so that what stands under it fits. */
  readonly pad: boolean;
}

/** A place on the grid, in columns and rows from the left and the top. */
export interface Box {
  readonly row: number;
  readonly x: number;
  readonly cells: number;
}

/** An atom with its place. */
export interface PlacedAtom extends Atom, Box {}

/** A token's part in a shared character can be told from its neighbours' at this width. */
const leastShare = 1;

/** Atoms in the order of the text. `least`: columns that each token takes at least. */
export function pictureAtoms(
  units: readonly PictureUnit[],
  least: (token: number) => number,
): readonly Atom[] {
  const atoms: Atom[] = [];
  const pads = new Map<number, number>();
  for (const [token, cells] of firstCells(units, least))
    pads.set(token, Math.max(0, least(token) - cells) / 2);
  const begun = new Set<number>();
  const ended = new Set<number>();
  units.forEach((unit, at) => {
    for (const token of unit.tokens) {
      const pad = { token, unit: at, cells: pads.get(token) ?? 0, pad: true };
      if (pad.cells > 0 && !begun.has(token)) atoms.push(pad);
      begun.add(token);
      atoms.push({ token, unit: at, cells: shareOf(unit, token, least), pad: false });
      const last = unit.kind === 'break' || units[at + 1]?.tokens.includes(token) !== true;
      if (!last || ended.has(token)) continue;
      ended.add(token);
      if (pad.cells > 0) atoms.push(pad);
    }
  });
  return atoms;
}

function shareOf({ cells, tokens }: PictureUnit, token: number, least: (token: number) => number): number {
  return tokens.length === 1 ? cells : Math.max(cells / tokens.length, leastShare, least(token));
}

/** Columns of each token up to its first line break. */
function firstCells(units: readonly PictureUnit[], least: (token: number) => number): Map<number, number> {
  const own = new Map<number, number>();
  const ended = new Set<number>();
  for (const unit of units)
    for (const token of unit.tokens) {
      if (!ended.has(token)) own.set(token, (own.get(token) ?? 0) + shareOf(unit, token, least));
      if (unit.kind === 'break') ended.add(token);
    }
  return own;
}
