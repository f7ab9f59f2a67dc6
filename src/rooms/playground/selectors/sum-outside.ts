/**
 * Sum of `values` over all indices that are not in `inside`.
 * subtle: adds what is outside instead of taking what is inside from 1, which would leave rounding noise
 * where the true remainder is small.
 */
export function sumOutside(values: Float64Array, inside: Iterable<number>): number {
  const stops = [...inside].sort((a, b) => a - b);
  stops.push(values.length);
  let sum = 0;
  let index = 0;
  for (const stop of stops) {
    for (; index < stop; index++) sum += values[index]!;
    index = stop + 1;
  }
  return sum;
}
