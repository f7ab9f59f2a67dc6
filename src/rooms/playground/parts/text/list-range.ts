/** Tokens [from, to) to list: all of a short text, else `most` of them around one of them. */
export function listRange(
  tokens: number,
  around: number,
  most = 400,
): { readonly from: number; readonly to: number } {
  if (tokens <= most) return { from: 0, to: tokens };
  const from = Math.min(tokens - most, Math.max(0, Math.floor(around - most / 2)));
  return { from, to: from + most };
}
