const twice = 2 * Math.sqrt(2 / Math.PI);

/**
 * x times the share of a normal distribution below x, in GPT-2's form. Hendrycks and Gimpel 2016.
 * ½ (1 + tanh y) is 1 ÷ (1 + e^(−2y)), which takes one exponential.
 */
export function gelu(x: number): number {
  return x / (1 + Math.exp(-twice * (x + 0.044715 * x * x * x)));
}
