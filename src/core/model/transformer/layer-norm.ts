import type { Norm } from './weights.ts';

/** Keeps the root above 0 when all numbers are equal; PyTorch's value. */
const epsilon = 1e-5;

/** out = (x − mean) ÷ √(variance + 1e-5) · gain + shift. Ba, Kiros and Hinton 2016. `out` may be `x`. */
export function layerNorm(x: Float32Array, { gain, shift }: Norm, out: Float32Array): void {
  const n = x.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += x[i]!;
  mean /= n;
  let variance = 0;
  for (let i = 0; i < n; i++) variance += (x[i]! - mean) ** 2;
  const root = 1 / Math.sqrt(variance / n + epsilon);
  for (let i = 0; i < n; i++) out[i] = (x[i]! - mean) * root * gain[i]! + shift[i]!;
}
