/** The id in `#1234` or `1234`; undefined for any other entry. */
export function typedId(entry: string): number | undefined {
  const digits = /^\s*#?(\d{1,9})\s*$/.exec(entry)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
