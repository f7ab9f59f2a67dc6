import { comparedPieces, type ComparedPiece } from '../../compare/compared-pieces.ts';
import type { SplitSource } from '../../compare/split-source.ts';
import { holds, type KnownSlices } from './slice-asker.ts';

/** Rows that are remembered for each source: more than are in the page. */
const most = 400;

/** Remembers the pieces of rows, so that a row that stays in the page is not drawn anew when others come. */
export function createPieceCache() {
  const known = new WeakMap<SplitSource, Map<string, readonly ComparedPiece[]>>();
  const numbers = new WeakMap<SplitSource, number>();
  let sources = 0;

  function numberOf(source: SplitSource): number {
    let number = numbers.get(source);
    if (number === undefined) numbers.set(source, (number = ++sources));
    return number;
  }

  return {
    /**
     * The pieces of a row under one source, beside the others; undefined while they are not there. Cuts are called alone only
     * when all the others are known: one that is missing would make them look so.
     */
    of(
      source: SplitSource | undefined,
      others: readonly (SplitSource | undefined)[],
      slices: KnownSlices,
      { from, to }: { readonly from: number; readonly to: number },
    ): readonly ComparedPiece[] | undefined {
      if (source === undefined) return undefined;
      const own = slices.get(source);
      if (!holds(own, from, to)) return undefined;
      const beside = others.flatMap((other) => {
        const slice = other && slices.get(other);
        return holds(slice, from, to) ? [slice.split] : [];
      });
      const isWhole = beside.length === others.length;
      const mark = isWhole ? others.map((other) => numberOf(other!)).join() : '';
      const key = `${String(from)} ${String(to)} ${mark}`;
      let rows = known.get(source);
      if (rows === undefined || rows.size > most) {
        rows = new Map<string, readonly ComparedPiece[]>();
        known.set(source, rows);
      }
      let pieces = rows.get(key);
      if (pieces === undefined)
        rows.set(key, (pieces = comparedPieces(own.split, isWhole ? beside : undefined, from, to)));
      return pieces;
    },
  };
}
