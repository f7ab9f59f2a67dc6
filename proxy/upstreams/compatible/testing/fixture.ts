import type { CandidateLogprob, TokenLogprob } from '../../../../shared/wire/openai-answers.ts';
import type { Endpoint } from '../../upstream.ts';

/** What one server answers, written after its documented shape, and what becomes of it. */
export interface Fixture {
  readonly server: string;
  /** What is odd about it. */
  readonly oddity: string;
  readonly endpoint: Endpoint;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: { readonly choices: readonly object[]; readonly prompt?: unknown };
  /** Events, as they stand on the wire. */
  readonly stream: string;
  /** Entries that come out of the response, null for the first token of an echoed prompt; null when it tells of none. */
  readonly content: readonly (TokenLogprob | null)[] | null;
  /** And out of the stream, when these are others. */
  readonly streamed?: readonly TokenLogprob[] | null;
  /** The text that comes out, where it is not the response's. */
  readonly said?: string;
}

/** The events of a stream as OpenAI writes them. */
export function events(...chunks: readonly object[]): string {
  return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
    .map((data) => `data: ${data}\n\n`)
    .join('');
}

/** A candidate that says all, for what is expected. */
export function candidate(token: string, logprob: number, id?: number): CandidateLogprob {
  return { token, bytes: [...new TextEncoder().encode(token)], logprob, ...(id === undefined ? {} : { id }) };
}
