import type { Fault } from '../../../../../shared/fault.ts';
import type { LearnedBpe } from '../../../../core/bpe/learned-bpe.ts';

/** How far training is. What was learned before stays while more is learned, and when that fails. */
export type TrainState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      /** Merges. */
      readonly done: number;
      readonly total: number;
      readonly last?: Learned | undefined;
    }
  | { readonly phase: 'done'; readonly value: Learned }
  | { readonly phase: 'cancelled'; readonly last?: Learned | undefined }
  | { readonly phase: 'failed'; readonly fault: Fault; readonly last?: Learned | undefined };

export interface Learned {
  readonly bpe: LearnedBpe;
  /** Merges that were asked for; there may be fewer. */
  readonly wanted: number;
}

/** What has been learned, now or before. */
export function learnedOf(state: TrainState): Learned | undefined {
  if (state.phase === 'done') return state.value;
  return state.phase === 'idle' ? undefined : state.last;
}
