import type { TrainOptions } from '../../core/bpe/bpe-trainer.ts';
import type { LearnedBpe } from '../../core/bpe/learned-bpe.ts';
import type { OpenedTokenizer, SplitBy, SplitCounts, SplitSlice, TextSplit } from './contract.ts';

/** What the splits worker offers. Merges and files come with every call: a new worker knows nothing. */
export interface SplitsCalls {
  /** Reports `TrainProgress`. */
  train(args: TrainOptions & { readonly text: string }): LearnedBpe;
  open(args: Pick<OpenedTokenizer, 'key' | 'name' | 'file'>): Pick<OpenedTokenizer, 'model' | 'size'>;
  split(args: { readonly text: string; readonly by: SplitBy }): TextSplit;
  /** Cuts a text and keeps its pieces under a number. */
  hold(args: { readonly document: number; readonly text: string; readonly by: SplitBy }): SplitCounts;
  /** Of a text that is held, the pieces that touch UTF-16 [from, to); null where this worker holds no such text. */
  ask(args: { readonly document: number; readonly from: number; readonly to: number }): SplitSlice | null;
  forget(args: { readonly document: number }): void;
}
