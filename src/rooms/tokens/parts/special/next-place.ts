/** UTF-16 [from, to) of the next `token` in a text, at or after an offset; from the start again when there is none. */
export function nextPlace(
  text: string,
  token: string,
  after: number,
): { readonly from: number; readonly to: number } | undefined {
  const next = text.indexOf(token, after);
  // No two special tokens overlap, so each that is found is one.
  const from = next < 0 ? text.indexOf(token) : next;
  return from < 0 ? undefined : { from, to: from + token.length };
}
