import { type Result, fault } from '../../../shared/fault.ts';

/** Seeds are 32-bit: 0 to 4,294,967,295. */
export const largestSeed = 0xffffffff;

/** What a person typed as a seed; spaces around it do not count. */
export function parseSeed(text: string): Result<number> {
  const trimmed = text.trim();
  const accepted = { value: trimmed, min: 0, max: largestSeed };
  if (trimmed === '' || Number.isNaN(Number(trimmed))) {
    return {
      ok: false,
      fault: fault(
        'not-a-number',
        `"${trimmed}" is no number; a whole number from 0 to ${String(largestSeed)} is accepted`,
        accepted,
      ),
    };
  }
  if (!/^[+-]?\d+$/.test(trimmed)) {
    return {
      ok: false,
      fault: fault(
        'not-an-integer',
        `"${trimmed}" is not whole; a whole number from 0 to ${String(largestSeed)} is accepted`,
        accepted,
      ),
    };
  }
  const seed = Number(trimmed);
  if (seed < 0 || seed > largestSeed) {
    return {
      ok: false,
      fault: fault(
        'out-of-range',
        `${trimmed} is outside; a whole number from 0 to ${String(largestSeed)} is accepted`,
        accepted,
      ),
    };
  }
  return { ok: true, value: seed + 0 };
}
