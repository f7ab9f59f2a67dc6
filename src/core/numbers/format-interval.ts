import { FaultError, fault } from '../../../shared/fault.ts';
import { formatProbability } from './format.ts';
import type { Probability } from './units.ts';

/** Of the larger end. */
const mostDigits = 5;
/** Steps that the printed interval is wide at least, where five digits are enough for it. */
const leastSteps = 5;
/** Percent; below it both ends are written with an exponent. */
const smallest = 0.00095;

/**
 * Where a probability lies, as percentages: `12.1–13.0 %`, `0–40 %`. Ends are rounded outwards, so that what is printed
 * holds as well; to as many digits (5 at most) as make the interval five steps wide. A point prints as `formatProbability`.
 * `0` and `100` are said of 0 and 1 alone, but for what lies above 99.999.
 *
 * @throws FaultError `out-of-range` unless 0 ≤ low ≤ high ≤ 1 (sums may exceed 1 by 1e-9).
 */
export function formatInterval(low: Probability, high: Probability): string {
  if (!(low >= 0 && high <= 1 + 1e-9 && high - low >= -1e-12)) {
    throw new FaultError(
      fault('out-of-range', `${low} to ${high} is no interval of probabilities; 0 to 1 is accepted`),
    );
  }
  if (high - low <= 1e-12 * high) return formatProbability(high);
  const top = Math.min(1, high) * 100;
  const bottom = low * 100;
  if (top < smallest) return `${low === 0 ? '0' : tiny(low, Math.floor)}–${tiny(high, Math.ceil)} %`;
  const finest = mostDigits - 1 - Math.floor(Math.log10(top));
  const wanted = Math.ceil(-Math.log10((top - bottom) / leastSteps) - 1e-9);
  const decimals = Math.max(0, Math.min(finest, wanted));
  return `${lowEnd(bottom, decimals)}–${highEnd(top, decimals)} %`;
}

function lowEnd(percent: number, decimals: number): string {
  const rounded = roundTo(percent, decimals, Math.floor);
  if (percent === 0 || rounded > 0) return percent === 0 ? '0' : rounded.toFixed(decimals);
  // What is not 0 does not read 0.
  if (percent < smallest) return tiny(percent / 100, Math.floor, 0);
  const own = Math.ceil(-Math.log10(percent));
  return roundTo(percent, own, Math.floor).toFixed(own);
}

function highEnd(percent: number, decimals: number): string {
  for (let digits = decimals; digits <= Math.max(3, decimals); digits++) {
    const rounded = roundTo(percent, digits, Math.ceil);
    if (rounded < 100) return rounded.toFixed(digits);
  }
  return '100';
}

/** A probability above 0 as a percentage with an exponent: `1.2e-7`. */
function tiny(p: Probability, round: (x: number) => number, decimals = 1): string {
  const [digits, power] = p.toExponential(16).split('e').map(Number);
  const mantissa = roundTo(digits!, decimals, round);
  const carry = mantissa >= 10 ? 1 : 0;
  return `${(mantissa / 10 ** carry).toFixed(decimals)}e${power! + 2 + carry}`;
}

/** `subtle:` 0.29 × 100 is a little below 29; what such products are off by is not worth a step. */
function roundTo(x: number, decimals: number, round: (x: number) => number): number {
  const steps = x * 10 ** decimals;
  const nearest = Math.round(steps);
  const off = Math.abs(steps - nearest);
  return (off <= 1e-14 * Math.max(1, nearest) ? nearest : round(steps)) / 10 ** decimals;
}
