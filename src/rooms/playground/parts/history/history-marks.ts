import type { DrawnToken } from '../../document.ts';
import { surpriseHeights, type SurpriseHeight } from './surprise-heights.ts';

export type HistoryEntry = Pick<DrawnToken, 'id' | 'by' | 'maker' | 'model' | 'final' | 'entropy'>;

export interface HistoryMark extends SurpriseHeight {
  readonly entry: HistoryEntry;
  /** Place among all drawn tokens, from 0. */
  readonly index: number;
}

/** The newest `most` entries, oldest first, on one scale of surprise. */
export function historyMarks(entries: readonly HistoryEntry[], most: number): readonly HistoryMark[] {
  const first = Math.max(0, entries.length - most);
  const shown = entries.slice(first);
  const heights = surpriseHeights(shown.map((entry) => entry.model));
  return shown.map((entry, place) => ({ entry, index: first + place, ...heights[place]! }));
}
