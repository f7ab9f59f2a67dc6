import { FaultError, fault } from '../../../shared/fault.ts';
import { largestSeed } from './seed.ts';

const multiplier = 0xd256d193;
const weyl = 0x9e3779b9;
const rounds = 10;

/**
 * The draw number `index` of a seed, in [0, 1), with 53 bits. Computed directly, so that a link which holds seed and
 * index restores it: Philox 2×32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", §3.3), whose
 * counter is the index and whose key is the seed.
 *
 * @param seed whole, 0 to 4,294,967,295.
 * @param index whole, 0 to 2⁵³ − 1.
 * @throws FaultError `out-of-range` otherwise.
 */
export function uniform(seed: number, index: number): number {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= largestSeed)) {
    throw new FaultError(
      fault(
        'out-of-range',
        `seed ${String(seed)}: a whole number from 0 to ${String(largestSeed)} is accepted`,
        { value: String(seed) },
      ),
    );
  }
  if (!(Number.isSafeInteger(index) && index >= 0)) {
    throw new FaultError(
      fault('out-of-range', `index ${String(index)}: a whole number from 0 is accepted`, {
        value: String(index),
      }),
    );
  }
  const [a, b] = philox(index >>> 0, Math.floor(index / 2 ** 32), seed);
  return ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53;
}

/** Two counter words and a key word to two random words. */
export function philox(counter0: number, counter1: number, key: number): [number, number] {
  let left = counter0 >>> 0;
  let right = counter1 >>> 0;
  let round = key >>> 0;
  for (let i = 0; i < rounds; i++) {
    const low = Math.imul(multiplier, left) >>> 0;
    const high = multiplyHigh(multiplier, left);
    left = (high ^ round ^ right) >>> 0;
    right = low;
    round = (round + weyl) >>> 0;
  }
  return [left, right];
}

/** The upper 32 bits of the 64-bit product of two words. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + Math.floor((a0 * b0) / 0x10000);
  const carry = (middle % 0x10000) + a0 * b1;
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}
