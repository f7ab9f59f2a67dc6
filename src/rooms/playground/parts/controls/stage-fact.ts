import type { StageNote } from '../../../../core/sampling/trace.ts';

/** What the trace says of one stage. */
export interface StageFact {
  /** How many tokens it removed. */
  readonly removed: number;
  readonly note: StageNote | undefined;
}
