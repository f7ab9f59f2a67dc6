/**
 * Everything a Kneser–Ney model of order 3 knows: counts. Probabilities follow from them when asked for.
 *
 * A *rank* numbers the ids that occur, the most frequent first; the lists below speak of ranks.
 * The lowest two orders hold continuation counts (in how many different contexts was it seen),
 * the highest and everything that follows the start of a document hold plain counts.
 */
export interface TrigramTables {
  /** V: ids run from 0 to V − 1. */
  readonly vocabularySize: number;
  /** The id that parts documents: predicted as the end, used as the context of the first token. */
  readonly separator: number;
  /** Discounts of orders 1, 2 and 3, each for counts of 1, 2, and 3 or more. */
  readonly discounts: readonly [Discounts, Discounts, Discounts];
  /** Length V; 0 for an id that never occurs. */
  readonly unigramCount: Uint32Array;
  /** Ids by falling count, then by rising id: rank → id. Its length is the number of ids that occur. */
  readonly idOfRank: Uint16Array;
  /** Pairs (w1, w2), one list for each rank of w1, by falling count, then by rising rank of w2. */
  readonly bigrams: SuccessorLists;
  /** Triples (w1, w2, w3), one list for each pair; `next` is the place of (w2, w3) in the list of w2. */
  readonly trigrams: SuccessorLists;
}

/** For counts of 1, of 2, of 3 and more. */
export type Discounts = readonly [number, number, number];

/** For each of several contexts, what was seen after it and how often. */
export interface SuccessorLists {
  /** Context c owns the entries from `start[c]` up to `start[c + 1]`. */
  readonly start: Uint32Array;
  /** Per context: the sum of the counts that pruning took away. 0 where nothing is left in the list. */
  readonly dropped: Uint32Array;
  /** Per entry: what follows. */
  readonly next: Uint16Array;
  /** Per entry: how often, at least 1. */
  readonly count: Uint32Array;
}
