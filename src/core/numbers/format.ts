import { FaultError, fault } from '../../../shared/fault.ts';
import type { Bits, Logit, Probability } from './units.ts';

const minusSign = '−';

/**
 * A probability as a percentage, the same in every language:
 * 3 significant digits from 1 % up (`14.2 %`), 3 decimals from 0.01 % (`0.031 %`), 2 digits below (`0.0042 %`,
 * `1.2e-7 %`). `0` and `100 %` are said of 0 and 1 alone: just under 1 gets more digits (`99.97 %`),
 * and then `>99.999 %`.
 *
 * @throws FaultError `out-of-range` outside [0, 1] (a sum may exceed 1 by 1e-9).
 */
export function formatProbability(p: Probability): string {
  if (!(p >= 0 && p <= 1 + 1e-9)) {
    throw new FaultError(
      fault('out-of-range', `${String(p)} is no probability; 0 to 1 is accepted`, { min: 0, max: 1 }),
    );
  }
  if (p === 0) return '0';
  if (p >= 1) return '100 %';
  const percent = p * 100;
  if (percent >= 1) return `${nearHundred(percent)} %`;
  if (percent >= 0.0095) return `${percent.toFixed(3)} %`;
  if (percent >= 0.00095) return `${percent.toFixed(4)} %`;
  return `${percent === 0 ? p.toExponential(1) : percent.toExponential(1)} %`;
}

/** 3 significant digits; more, rather than rounding up to 100. */
function nearHundred(percent: number): string {
  for (let digits = 3; digits <= 5; digits++) {
    const text = percent.toPrecision(digits);
    if (Number(text) < 100) return text;
  }
  return percent < 99.9995 ? percent.toFixed(3) : '>99.999';
}

/** Two decimals and a real minus sign: `12.31`, `−0.22`, `−∞`. Never `−0.00`. */
export function formatLogit(x: Logit): string {
  return withMinusSign(x, 2);
}

/** As a logit, with its sign always shown: `+2.00`, `−0.50`, `0.00`. */
export function formatChange(x: number): string {
  const text = withMinusSign(x, 2);
  return x > 0 && text !== '0.00' ? `+${text}` : text;
}

/** Bits with two decimals and no unit, for an entropy or a surprisal: `3.42`. */
export function formatBits(bits: Bits): string {
  return withMinusSign(bits, 2);
}

/** A whole number with a comma between thousands: `50,257`. */
export function formatCount(count: number): string {
  const digits = Math.abs(Math.round(count)).toFixed(0);
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  return count < 0 && digits !== '0' ? minusSign + grouped : grouped;
}

function withMinusSign(x: number, decimals: number): string {
  if (Number.isNaN(x)) return 'NaN';
  const size = Math.abs(x);
  const text = size === Infinity ? '∞' : size >= 1e9 ? size.toExponential(decimals) : size.toFixed(decimals);
  return x < 0 && Number(text) !== 0 ? minusSign + text : text;
}
