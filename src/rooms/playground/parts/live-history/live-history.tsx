import type { Probability } from '../../../../core/numbers/units.ts';
import type { Interval } from '../../../../core/partial/partial-trace.ts';
import type { LiveToken } from '../../selectors/live-face.ts';

export interface LiveHistoryEntry extends LiveToken {
  /** Undefined when it was not told. */
  readonly final: Interval | undefined;
  /** As reported. */
  readonly model: Probability | undefined;
  /** Drawn here, taken by hand, or drawn by the provider. */
  readonly by: 'draw' | 'hand' | 'provider';
}

export interface LiveHistoryProps {
  /** Oldest first. */
  readonly entries: readonly LiveHistoryEntry[];
  /** Back to before the entry with this index. */
  readonly onRewind: (index: number) => void;
}

/** The tokens that a live model's steps have added. */
export function LiveHistory(_props: LiveHistoryProps) {
  return null;
}
