import type { TokenId } from '../numbers/units.ts';
import { sortByBytes } from './sort-by-bytes.ts';
import type { Tokens } from './token-sheet.ts';
import type { Sorting } from './vocabulary-query.ts';

/** Puts ids that come in order of id into another order; the array may be used for it. */
export function orderTokens(
  ids: Uint32Array<ArrayBuffer>,
  sorting: Sorting,
  tokens: Pick<Tokens, 'bytes' | 'offsets'>,
): Uint32Array<ArrayBuffer> {
  switch (sorting) {
    case 'id':
      return ids;
    case 'longest':
    case 'shortest':
      return byLength(ids, tokens.offsets, sorting === 'longest');
    case 'text':
      sortByBytes(ids, tokens);
      return ids;
  }
}

/** Counts, then places: ids of equal length stay in order. */
function byLength(
  ids: Uint32Array<ArrayBuffer>,
  offsets: Uint32Array,
  longestFirst: boolean,
): Uint32Array<ArrayBuffer> {
  const length = (id: TokenId) => offsets[id + 1]! - offsets[id]!;
  let most = 0;
  for (const id of ids) most = Math.max(most, length(id));
  const place = (id: TokenId) => (longestFirst ? most - length(id) : length(id));
  const starts = new Uint32Array(most + 2);
  for (const id of ids) starts[place(id) + 1]! += 1;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const out = new Uint32Array(ids.length);
  for (const id of ids) out[starts[place(id)]!++] = id;
  return out;
}
