import type { Probability } from '../../../../core/numbers/units.ts';
import type { Interval } from '../../../../core/partial/partial-trace.ts';
import type { LiveToken } from '../../../../ui/tokens/live-face.ts';
import { surpriseHeights, type SurpriseHeight } from '../history/surprise-heights.ts';

export interface LiveHistoryEntry extends LiveToken {
  /** Undefined when it was not told. */
  readonly final: Interval | undefined;
  /** As reported. */
  readonly model: Probability | undefined;
  /** Drawn here, taken by hand, or drawn by the provider. */
  readonly by: 'draw' | 'hand' | 'provider';
}

export interface LiveHistoryMark {
  readonly entry: LiveHistoryEntry;
  /** Place among all entries, from 0. */
  readonly index: number;
  /** Undefined where the provider told no probability. */
  readonly surprise: SurpriseHeight | undefined;
}

/** The newest `most` entries, oldest first; those with a probability on one scale of surprise. */
export function liveHistoryMarks(
  entries: readonly LiveHistoryEntry[],
  most: number,
): readonly LiveHistoryMark[] {
  const first = Math.max(0, entries.length - most);
  const shown = entries.slice(first);
  const heights = surpriseHeights(shown.flatMap(({ model }) => (model === undefined ? [] : [model])));
  let next = 0;
  return shown.map((entry, place) => ({
    entry,
    index: first + place,
    surprise: entry.model === undefined ? undefined : heights[next++],
  }));
}
