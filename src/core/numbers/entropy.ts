import type { Bits, Probability } from './units.ts';

/** Shannon entropy −Σ p log₂ p in bits, 0 to log₂ n; 0 · log 0 counts as 0. Shannon 1948, §6. */
export function entropy(probabilities: ArrayLike<Probability>): Bits {
  let nats = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (p > 0) nats -= p * Math.log(p);
  }
  return Math.max(0, nats) / Math.LN2; // subtle: rounding can leave −1e-17 for a certainty
}

/** −log₂ p in bits: how surprising a token of this probability is. Infinity at 0. */
export function surprisal(probability: Probability): Bits {
  return probability === 1 ? 0 : -Math.log2(probability);
}
