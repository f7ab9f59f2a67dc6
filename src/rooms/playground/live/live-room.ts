import type { StoreApi } from 'zustand/vanilla';
import type { Cost } from '../../../engines/live/live-client.ts';
import type { LiveState } from './live-state.ts';

/** The live model's part of the room, once its code is there: its state, and what can be done. */
export interface LiveRoom {
  readonly store: StoreApi<LiveState>;
  /** Adds the token under the needle, or the one that the provider drew. Resolves to whether there was one. */
  step(): Promise<boolean>;
  /** Adds a token of the list, by its place, by hand. */
  take(index: number): Promise<boolean>;
  /** Back to where an entry of the log was about to be added. */
  rewind(index: number): void;
  /** Plays at once when that is cheap, else shows first what it costs. */
  plan(): Promise<void>;
  play(): Promise<void>;
  pause(): void;
  cancelPlan(): void;
  setPlayLength(length: number): void;
  /** Asks once more for the text as it stands. */
  askAgain(): void;
  /** Has the chosen model probed anew. */
  probeAgain(): void;
  runPaths(): Promise<void>;
  cancelPaths(): void;
  setPathCount(count: number): void;
  setPathLength(length: number): void;
  costOfPaths(count: number, length: number): Cost;
  costOfPlay(steps: number): Cost;
  /** For a proxy that lets nobody in without one; kept in this page only. */
  setAccessToken(token: string): void;
  /** Lists what there is, and asks for the chosen model. */
  retry(): void;
  stop(): void;
}
