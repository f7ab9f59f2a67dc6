/** Answers of OpenAI's protocol, as the server gives them. What it adds is said where it is added. */

/** What stands for −∞, which JSON cannot say, and for what a server did not weigh: less likely than every listed one. As OpenAI does. */
export const leastLogprob = -9999;

/** One candidate and how likely the provider says it is. */
export interface CandidateLogprob {
  readonly token: string;
  /** UTF-8 of the token, also where that is no whole character; null when neither the server told it nor the text can tell. */
  readonly bytes: readonly number[] | null;
  /**
   * Natural logarithm. Of the bundled models before bias, penalties and temperature; a probe tells it of others. At
   * `leastLogprob` it is no measurement.
   */
  readonly logprob: number;
  /** Beyond OpenAI's shape, where it is known: the token's id. */
  readonly id?: number;
}

/** A token that was chosen, with the likeliest ones in its place. */
export interface TokenLogprob extends CandidateLogprob {
  /** Likeliest first; the chosen one need not be among them, and they may be fewer than were asked for. */
  readonly top_logprobs: readonly CandidateLogprob[];
}

/** Names, with commas between them, the parameters that the model had refused and that were left out of this request. */
export const droppedHeader = 'X-Tokenscope-Dropped';

export type FinishReason = 'stop' | 'length';

/** Of completions: parallel lists. `content` is beyond OpenAI's shape, since a text as a key joins tokens that look alike. */
export interface LegacyLogprobs {
  readonly tokens: readonly string[];
  readonly token_logprobs: readonly (number | null)[];
  readonly top_logprobs: readonly (Readonly<Record<string, number>> | null)[];
  readonly text_offset: readonly number[];
  readonly content: readonly (TokenLogprob | null)[];
}

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** How every refusal looks. */
export interface ErrorAnswer {
  readonly error: {
    readonly message: string;
    readonly type: 'invalid_request_error' | 'server_error' | 'rate_limit_error' | 'upstream_error';
    /** The field that was wrong. */
    readonly param: string | null;
    readonly code: string | null;
  };
}
