/**
 * Each head compares its part of the query with the keys of all t positions so far, turns the scores into shares of 1, and
 * mixes the positions' values by them. Vaswani et al. 2017, §3.2.
 *
 * query (d, the first d numbers of `query`), keys and values (t, d) → shares (H, t), each row summing to 1, and out (d).
 */
export function attend(
  heads: number,
  query: Float32Array,
  keys: Float32Array,
  values: Float32Array,
  shares: Float32Array,
  out: Float32Array,
): void {
  const d = out.length;
  const t = shares.length / heads;
  const size = d / heads;
  const scale = 1 / Math.sqrt(size);
  for (let head = 0; head < heads; head++) {
    const first = head * size;
    const row = head * t;
    let most = -Infinity;
    for (let at = 0; at < t; at++) {
      let score = 0;
      for (let i = first, j = at * d + first; i < first + size; i++, j++) score += query[i]! * keys[j]!;
      score *= scale;
      shares[row + at] = score;
      if (score > most) most = score;
    }
    let sum = 0;
    for (let at = 0; at < t; at++) sum += shares[row + at] = Math.exp(shares[row + at]! - most);
    out.fill(0, first, first + size);
    for (let at = 0; at < t; at++) {
      const share = (shares[row + at]! /= sum);
      for (let i = first, j = at * d + first; i < first + size; i++, j++) out[i]! += share * values[j]!;
    }
  }
}
