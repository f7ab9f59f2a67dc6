/** Answers of OpenAI's protocol, as the server gives them. What it adds is said where it is added. */

/** One candidate and how likely the provider says it is. */
export interface CandidateLogprob {
  readonly token: string;
  /** UTF-8 of the token, also where that is no whole character. */
  readonly bytes: readonly number[];
  /** Natural logarithm, before bias, penalties and temperature. */
  readonly logprob: number;
  /** Beyond OpenAI's shape, where it is known: the token's id. */
  readonly id?: number;
}

/** A token that was chosen, with the likeliest ones in its place. */
export interface TokenLogprob extends CandidateLogprob {
  readonly top_logprobs: readonly CandidateLogprob[];
}

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
