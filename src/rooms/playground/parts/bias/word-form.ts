import type { TokenId } from '../../../../core/numbers/units.ts';

/** One way of writing a word and the tokens that it takes. One id: it can be biased. */
export interface WordForm {
  readonly text: string;
  readonly ids: readonly TokenId[];
}

/** All forms of a word in the encoding of the model. */
export type FormsOf = (word: string) => Promise<readonly WordForm[]>;
