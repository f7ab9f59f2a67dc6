/** Milliseconds. */
export const minute = 60_000;

interface Window {
  /** Requests counted in this minute and in the one before it. */
  readonly current: number;
  readonly last: number;
  /** Milliseconds since this minute began. */
  readonly into: number;
  readonly limit: number;
}

/** Sums of shares are off by rounding; less than a thousandth of a request is nobody's. */
const slack = 1e-3;

/**
 * Milliseconds until one more request fits, 0 when it does now. The window moves: of the last minute counts the share that it
 * still covers, so that twice the limit never fits around the turn of a minute.
 */
export function untilRoom({ current, last, into, limit }: Window): number {
  const passed = into / minute;
  if (current + 1 + last * (1 - passed) <= limit + slack) return 0;
  // Either the last minute fades enough while this one goes on …
  if (current + 1 <= limit) return minute * (1 - (limit - 1 - current) / last - passed);
  // … or this one, which is full, has to fade itself.
  return minute * (1 - passed + 1 - (limit - 1) / current);
}
