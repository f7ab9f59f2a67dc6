import type { Box, PlacedAtom } from './picture-atoms.ts';
import type { PictureUnit } from './picture-units.ts';

/** Something that is written at one place, in one go. */
export interface Run extends Box {
  readonly text: string;
  /** Letters and spaces are one kind. */
  readonly kind: Exclude<PictureUnit['kind'], 'space'>;
  readonly isRightToLeft: boolean;
  /** Columns from the left of the picture at which its spaces stand. */
  readonly spaces: readonly number[];
  /** Several tokens hold a part of it. */
  readonly isShared: boolean;
}

interface OpenRun extends Run {
  readonly token: number;
  /** Its units: places of the first and the last one. */
  readonly first: number;
  readonly last: number;
}

/** Letters of these scripts take their shape from the letters beside them, also from those of another token. */
const joining = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}]/u;
const joiner = '\u200d';

/** What is written in rows of atoms, in the order of the text. */
export function runsOf(
  rows: readonly (readonly PlacedAtom[])[],
  units: readonly PictureUnit[],
  levels: readonly number[],
): readonly Run[] {
  const runs: OpenRun[] = [];
  for (const row of rows)
    for (const atom of row) {
      const before = runs.at(-1);
      // A unit of several tokens is written once.
      if (atom.pad || before?.last === atom.unit) continue;
      const run = runOf(atom, row, units[atom.unit]!, levels[atom.unit]!);
      if (before !== undefined && belongTogether(before, run)) runs[runs.length - 1] = joined(before, run);
      else runs.push(run);
    }
  return runs.map((run) => withJoiners(run, units));
}

function runOf(atom: PlacedAtom, row: readonly PlacedAtom[], unit: PictureUnit, level: number): OpenRun {
  const own =
    unit.tokens.length === 1 ? [atom] : row.filter((other) => other.unit === atom.unit && !other.pad);
  const x = Math.min(...own.map((part) => part.x));
  return {
    row: atom.row,
    x,
    cells: own.reduce((sum, part) => sum + part.cells, 0),
    text: unit.text,
    kind: unit.kind === 'space' ? 'letters' : unit.kind,
    isRightToLeft: level % 2 === 1,
    spaces: unit.kind === 'space' ? [x] : [],
    isShared: unit.tokens.length > 1,
    token: atom.token,
    first: atom.unit,
    last: atom.unit,
  };
}

/** Neighbouring letters of one token that run the same way. */
function belongTogether(a: OpenRun, b: OpenRun): boolean {
  const [left, right] = a.isRightToLeft ? [b, a] : [a, b];
  return (
    a.row === b.row &&
    a.token === b.token &&
    a.kind === b.kind &&
    (a.kind === 'letters' || a.kind === 'script') &&
    a.isRightToLeft === b.isRightToLeft &&
    !a.isShared &&
    !b.isShared &&
    Math.abs(left.x + left.cells - right.x) < 1e-6
  );
}

function joined(a: OpenRun, b: OpenRun): OpenRun {
  return {
    ...a,
    x: Math.min(a.x, b.x),
    cells: a.cells + b.cells,
    text: a.text + b.text,
    spaces: [...a.spaces, ...b.spaces],
    last: b.last,
  };
}

/** Joiners stand for the neighbours that are written in a run of their own. */
function withJoiners(run: OpenRun, units: readonly PictureUnit[]): OpenRun {
  const joins = (at: number) =>
    joining.test(units[at]?.text ?? '') && joining.test(units[at + 1]?.text ?? '');
  const start = joins(run.first - 1) ? joiner : '';
  const end = joins(run.last) ? joiner : '';
  return { ...run, text: start + run.text + end };
}
