import { surprisal } from '../../../../core/numbers/entropy.ts';
import type { Bits } from '../../../../core/numbers/units.ts';
import type { HistoryEntry } from '../history/history-marks.ts';

/** One place on the time axis: one token, or the mean of several neighbours. */
export interface TimelinePoint {
  /** Numbers of the first and the last token in it, from 1. */
  readonly from: number;
  readonly to: number;
  /** Mean over those that are finite; undefined when none is. */
  readonly surprisal: Bits | undefined;
  readonly entropy: Bits;
}

export interface TimelineData {
  readonly points: readonly TimelinePoint[];
  /** Tokens per point, 1 unless there are more tokens than places. */
  readonly per: number;
}

/** At most `most` points; beyond that, means of equally many neighbours. Both figures are of the model's distribution. */
export function timelinePoints(entries: readonly HistoryEntry[], most = 100): TimelineData {
  const per = Math.max(1, Math.ceil(entries.length / most));
  const points: TimelinePoint[] = [];
  for (let start = 0; start < entries.length; start += per) {
    const group = entries.slice(start, start + per);
    const finite = group.map((entry) => surprisal(entry.model)).filter(Number.isFinite);
    points.push({
      from: start + 1,
      to: start + group.length,
      surprisal: finite.length === 0 ? undefined : mean(finite),
      entropy: mean(group.map((entry) => entry.entropy)),
    });
  }
  return { points, per };
}

export interface TimelineSummary {
  readonly tokens: number;
  readonly surprisal: Bits;
  readonly entropy: Bits;
  /** The most surprising token: its index from 0. */
  readonly peak: { readonly index: number; readonly surprisal: Bits };
}

/** Undefined while there is nothing to sum up. A token that the model ruled out counts as the peak, not in the mean. */
export function timelineSummary(entries: readonly HistoryEntry[]): TimelineSummary | undefined {
  if (entries.length === 0) return undefined;
  const bits = entries.map((entry) => surprisal(entry.model));
  const index = bits.reduce((best, each, place) => (each > bits[best]! ? place : best), 0);
  const finite = bits.filter(Number.isFinite);
  return {
    tokens: entries.length,
    surprisal: finite.length === 0 ? Infinity : mean(finite),
    entropy: mean(entries.map((entry) => entry.entropy)),
    peak: { index, surprisal: bits[index]! },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
