/**
 * Flavoured numbers: a plain number fits each of them, but one never passes for another,
 * so that a log-probability cannot be handed over where a logit is meant.
 */

/** Index into an encoding's vocabulary, a non-negative integer. */
export type TokenId = number & { readonly unit?: 'token-id' };
/** Unnormalised natural-log score. −Infinity when removed. */
export type Logit = number & { readonly unit?: 'logit' };
/** Natural logarithm of a probability, in nats, ≤ 0. −Infinity when removed. */
export type LogProb = number & { readonly unit?: 'nat' };
/** In [0, 1]. */
export type Probability = number & { readonly unit?: 'probability' };
/** Information in bits: −log2 of a probability, or an entropy. ≥ 0. */
export type Bits = number & { readonly unit?: 'bit' };
