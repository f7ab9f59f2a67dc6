/** Σ of the first `count` values, in four lanes from the last to the first: of falling values the smallest come first. */
export function sumOf(values: Float64Array | Float32Array, count: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = count - 1;
  for (; i >= 3; i -= 4) {
    a += values[i]!;
    b += values[i - 1]!;
    c += values[i - 2]!;
    d += values[i - 3]!;
  }
  for (; i >= 0; i--) a += values[i]!;
  return a + b + (c + d);
}
