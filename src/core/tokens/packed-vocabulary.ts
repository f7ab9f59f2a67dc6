/** A vocabulary as it travels: see scripts/pack-vocabularies.ts. */
export interface PackedVocabulary {
  /** 512 hexadecimal digits: the byte of each of the ids 0 to 255. */
  readonly singleBytes: string;
  /** Runs of consecutive ids, each the merge of a pair of earlier ids. */
  readonly parts: readonly {
    /** Id of the run's first token. */
    readonly first: number;
    /** Six planes of six bits, one character per token each: left and right id, high bits first. */
    readonly planes: string;
  }[];
}
