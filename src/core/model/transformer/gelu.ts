const root = Math.sqrt(2 / Math.PI);

/** x times the share of a normal distribution below x, in GPT-2's form with tanh. Hendrycks and Gimpel 2016. */
export function gelu(x: number): number {
  return 0.5 * x * (1 + Math.tanh(root * (x + 0.044715 * x ** 3)));
}
