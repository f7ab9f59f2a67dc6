/** Distinct values of a sorted array, rising, and how often each occurs. */
export function countRuns(sorted: Float64Array): { values: Float64Array; counts: Uint32Array } {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  const values = new Float64Array(distinct);
  const counts = new Uint32Array(distinct);
  let at = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) values[++at] = sorted[i]!;
    counts[at]!++;
  }
  return { values, counts };
}
