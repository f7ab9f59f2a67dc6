import type { TokenId } from '../numbers/units.ts';
import { categories, categoryIndex, type Category } from './categories.ts';
import { scripts, type Script } from './scripts.ts';
import { kindBit, tokenKinds, type TokenKind } from './token-kinds.ts';
import type { TokenSheet, Tokens } from './token-sheet.ts';

export interface VocabularyCounts {
  /** Ids, holes included. */
  readonly size: number;
  /** Ids that stand for something. */
  readonly tokens: number;
  /** Each id is in one; they sum to `size`. */
  readonly categories: Readonly<Record<Category, number>>;
  /** Part of a character, without the single bytes: what published reports count. */
  readonly undecodeableOfSeveralBytes: number;
  /** A token can be of several kinds, or of none. */
  readonly kinds: Readonly<Record<TokenKind, number>>;
  /** A token can have letters of several scripts, or none. */
  readonly scripts: Readonly<Record<Script, number>>;
  /** The ten with most bytes, longest first, of equal ones the lowest id first. */
  readonly longest: readonly TokenId[];
}

const listed = 10;

export function countTokens({ offsets }: Pick<Tokens, 'offsets'>, sheet: TokenSheet): VocabularyCounts {
  const { size } = sheet;
  const byCategory = new Uint32Array(categories.length);
  const byKind = new Uint32Array(tokenKinds.length);
  const byScript = new Uint32Array(scripts.length);
  const undecodeable = categoryIndex('undecodeable');
  const singleByte = kindBit('single-byte');
  let several = 0;
  for (let id = 0; id < size; id++) {
    const category = sheet.categories[id]!;
    byCategory[category]! += 1;
    if (category === undecodeable && (sheet.kinds[id]! & singleByte) === 0) several += 1;
    addBits(byKind, sheet.kinds[id]!);
    addBits(byScript, sheet.scripts[id]!);
  }
  const length = (id: TokenId) => offsets[id + 1]! - offsets[id]!;
  const longest = Array.from({ length: size }, (_, id) => id);
  longest.sort((a, b) => length(b) - length(a) || a - b);
  return {
    size,
    tokens: size - byCategory[categoryIndex('hole')]!,
    categories: record(categories, byCategory),
    undecodeableOfSeveralBytes: several,
    kinds: record(tokenKinds, byKind),
    scripts: record(scripts, byScript),
    longest: longest.slice(0, listed),
  };
}

function addBits(counts: Uint32Array, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) counts[31 - Math.clz32(left & -left)]! += 1;
}

function record<Name extends string>(
  names: readonly Name[],
  counts: Uint32Array,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, counts[index]!])) as Record<Name, number>;
}
