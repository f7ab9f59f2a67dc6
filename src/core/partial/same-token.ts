import type { KnownToken } from './partial-distribution.ts';

type Named = Pick<KnownToken, 'id' | 'bytes' | 'text'>;

/** Whether two entries mean one token: by their ids, else by their bytes, else by their text. */
export function sameToken(a: Named, b: Named): boolean {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id;
  const [left, right] = [a.bytes, b.bytes];
  if (left !== undefined && right !== undefined)
    return left.length === right.length && left.every((byte, i) => byte === right[i]);
  return a.text === b.text;
}
