import type { Bits } from '../../../../core/numbers/units.ts';
import { surprisal } from '../../../../core/numbers/entropy.ts';
import type { DrawnToken } from '../../document.ts';

export type HistoryEntry = Pick<DrawnToken, 'id' | 'by' | 'maker' | 'model' | 'final' | 'entropy'>;

export interface HistoryMark {
  readonly entry: HistoryEntry;
  /** Place among all drawn tokens, from 0. */
  readonly index: number;
  /** −log₂ of the model's probability; ∞ when the model ruled the token out. */
  readonly surprisal: Bits;
  /** Height of the bar, 0 to 1. */
  readonly height: number;
}

/** Bits of a full bar unless something shown is more surprising: log₂ of a vocabulary is about 16. */
const usualTop: Bits = 12;

/** The newest `most` entries, oldest first, on one scale of surprise. */
export function historyMarks(entries: readonly HistoryEntry[], most: number): readonly HistoryMark[] {
  const first = Math.max(0, entries.length - most);
  const shown = entries.slice(first);
  const bits = shown.map((entry) => surprisal(entry.model));
  const top = bits.reduce((high, each) => (Number.isFinite(each) ? Math.max(high, each) : high), usualTop);
  return shown.map((entry, place) => ({
    entry,
    index: first + place,
    surprisal: bits[place]!,
    height: Math.min(1, bits[place]! / top),
  }));
}
