import type { TokenId } from '../../../../core/numbers/units.ts';

/** The row `by` places below (above when negative) the active one; from nowhere, the first or the last. Stops at both ends. */
export function neighbourRow(
  rows: readonly { readonly id: TokenId }[],
  active: TokenId | undefined,
  by: number,
): TokenId | undefined {
  const at = rows.findIndex((row) => row.id === active);
  if (at === -1) return by > 0 ? rows[0]?.id : rows.at(-1)?.id;
  return rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.id;
}
