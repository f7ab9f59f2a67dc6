import type { Kernel } from '../kernel/kernel.ts';

/**
 * Each head compares its part of the query with the keys of all t positions so far, turns the scores into shares of 1, and
 * mixes the positions' values by them. Vaswani et al. 2017, §3.2.
 *
 * query (d, the first d numbers of `query`), keys and values (t, d) → shares (H, t), each row summing to 1, and out (d).
 */
export function attend(
  kernel: Kernel,
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
    const row = shares.subarray(head * t, (head + 1) * t); // (t)
    kernel.compare(query.subarray(first, first + size), keys.subarray(first), d, row, scale);
    toShares(row);
    kernel.mix(row, values.subarray(first), d, out.subarray(first, first + size));
  }
}

/** Softmax in place. */
function toShares(scores: Float32Array): void {
  let most = -Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > most) most = scores[i]!;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const weight = Math.exp(scores[i]! - most);
    scores[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}
