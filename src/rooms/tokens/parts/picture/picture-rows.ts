import type { Atom } from './picture-atoms.ts';
import type { PictureUnit } from './picture-units.ts';

/**
 * Atoms in rows of so many columns. A row ends after a line break, or before a word that does not fit; only a word that is
 * wider than a row is cut between its tokens, and only such a token inside.
 */
export function pictureRows(
  atoms: readonly Atom[],
  units: readonly PictureUnit[],
  columns: number,
): readonly (readonly Atom[])[] {
  const rows: Atom[][] = [];
  let row: Atom[] = [];
  let width = 0;
  const turn = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
    width = 0;
  };
  const place = (group: readonly Atom[], cuts: readonly ((group: readonly Atom[]) => Atom[][])[]): void => {
    const cells = group.reduce((sum, atom) => sum + atom.cells, 0);
    const [cut, ...finer] = cuts;
    if (width + cells > columns && (cells <= columns || cut === undefined)) turn();
    if (width + cells > columns && cut !== undefined) return cut(group).forEach((part) => place(part, finer));
    row.push(...group);
    width += cells;
    return undefined;
  };
  for (const line of parts(atoms, (atom, before) => endsLine(atom, before, units))) {
    turn();
    for (const word of parts(line, (atom, before) => endsWord(atom, before, units)))
      place(word, [byToken, (token) => token.map((atom) => [atom])]);
  }
  turn();
  return rows;
}

const byToken = (group: readonly Atom[]) => parts(group, (atom, before) => atom.token !== before.token);

function parts(atoms: readonly Atom[], isCut: (atom: Atom, before: Atom) => boolean): Atom[][] {
  const all: Atom[][] = [];
  atoms.forEach((atom, at) => {
    const before = atoms[at - 1];
    if (before === undefined || isCut(atom, before)) all.push([atom]);
    else all.at(-1)!.push(atom);
  });
  return all;
}

function endsLine(atom: Atom, before: Atom, units: readonly PictureUnit[]): boolean {
  return units[before.unit]!.kind === 'break' && atom.unit !== before.unit;
}

/** A row may end between two tokens where one of them has a space or a character that stands for itself. */
function endsWord(atom: Atom, before: Atom, units: readonly PictureUnit[]): boolean {
  if (atom.token === before.token || atom.unit === before.unit) return false;
  return standsAlone(units[atom.unit]!) || standsAlone(units[before.unit]!);
}

const standsAlone = ({ kind }: PictureUnit) => kind !== 'letters' && kind !== 'script' && kind !== 'break';
