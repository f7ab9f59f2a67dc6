import type { LogProb, Probability, TokenId } from '../numbers/units.ts';

/** A token of which a provider told how likely it is. */
export interface KnownToken {
  readonly text: string;
  /** UTF-8; undefined when the provider told none and the text has U+FFFD, so that they cannot be had from it. */
  readonly bytes: Uint8Array | undefined;
  readonly id: TokenId | undefined;
  /** As reported. */
  readonly logprob: LogProb;
}

/** A token that was drawn; without a logprob when the provider only said that it is less likely than all it listed. */
export interface SampledToken extends Omit<KnownToken, 'logprob'> {
  readonly logprob: LogProb | undefined;
}

/** What a provider tells of one place in a text: a top list, and nothing of the other tokens but what follows from it. */
export interface PartialDistribution {
  /** By falling logprob; equals as they were listed. A sampled token that is not in the list is known, too. */
  readonly known: readonly KnownToken[];
  /** Place in `known` of a token that was not in the top list: tokens between it and the list are not known. */
  readonly outside: number | undefined;
  /** What is known sums to this less than 1; 0 or more. */
  readonly remainder: Probability;
  /** How far the remainder may be off, because logprobs are reported rounded. It counts where a temperature magnifies it. */
  readonly remainderError: Probability;
  /** How many tokens share the remainder; undefined when the vocabulary's size is not known. */
  readonly unknown: number | undefined;
  /** None of them is above this: the smallest probability of the top list. */
  readonly cap: Probability;
}
