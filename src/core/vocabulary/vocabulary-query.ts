import type { Script } from './scripts.ts';
import type { TokenKind } from './token-kinds.ts';

/** By id; by bytes, the longest or the shortest first; by text, in the order of code points. Of equal ones the lowest id first. */
export const sortings = ['id', 'longest', 'shortest', 'text'] as const;
export type Sorting = (typeof sortings)[number];

export interface VocabularyQuery {
  /** As typed; `parseFind` says what it means. */
  readonly find: string;
  /** A token is shown when it is of all of them. */
  readonly kinds: readonly TokenKind[];
  /** A token is shown when a letter of it is of this script. */
  readonly script: Script | undefined;
  readonly sorting: Sorting;
}

/** Every id, in order. */
export const everyToken: VocabularyQuery = { find: '', kinds: [], script: undefined, sorting: 'id' };
