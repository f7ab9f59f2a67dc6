/** A share of the tape as a CSS length. */
export function lengthOf(share: number): string {
  return `${(share * 100).toFixed(4)}%`;
}
