/** What a bias multiplies a token's odds by, e^bias: `×7.39`, `×0.135`, `×2.7e+43`. */
export function odds(bias: number): string {
  const factor = Math.exp(bias);
  const short = factor.toPrecision(3);
  return `×${factor >= 1e5 || factor < 1e-3 ? factor.toExponential(1) : Number(short)}`;
}
