import type { TrainOptions } from '../../core/bpe/bpe-trainer.ts';
import type { LearnedBpe } from '../../core/bpe/learned-bpe.ts';
import type { OpenedTokenizer, SplitBy, TextSplit } from './contract.ts';

/** What the splits worker offers. Merges and files come with every call: a new worker knows nothing. */
export interface SplitsCalls {
  /** Reports `TrainProgress`. */
  train(args: TrainOptions & { readonly text: string }): LearnedBpe;
  open(args: Pick<OpenedTokenizer, 'key' | 'name' | 'file'>): Pick<OpenedTokenizer, 'model' | 'size'>;
  split(args: { readonly text: string; readonly by: SplitBy }): TextSplit;
}
