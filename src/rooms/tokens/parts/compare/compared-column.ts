import type { SplitId } from '../../compare/split-ids.ts';
import type { SplitSource } from '../../compare/split-source.ts';

/** A split that stands beside others. */
export interface ComparedColumn {
  readonly id: SplitId;
  /** Pieces of the whole text; undefined while it is being read. */
  readonly count: number | undefined;
  /** Where the pieces of this text are asked for, once it has been read. */
  readonly source: SplitSource | undefined;
  /** How far it has been read, in [0, 1]. */
  readonly progress: number | undefined;
  /** The reader has to make this split first. */
  readonly missing: boolean;
  /** What went wrong, in words. */
  readonly failed: string | undefined;
}
