import * as v from 'valibot';
import { droppedHeader, type ErrorAnswer, type TokenLogprob } from '../../shared/wire/openai-answers.ts';
import type { Endpoint, Upstream } from '../upstreams/upstream.ts';

/** One question of a probe. Its text is a prompt, or a user's message. */
export interface Question {
  readonly text: string | readonly number[];
  /** The assistant's words after it, in a chat. */
  readonly prefill?: string;
  /** Tokens at most, 1 when left out. */
  readonly length?: number;
  /** How long a top list is asked for; no logprobs when left out. */
  readonly top?: number;
  readonly temperature?: number;
  readonly bias?: Readonly<Record<number, number>>;
  readonly seed?: number;
  readonly echo?: boolean;
}

/** Why a question was not answered, to be told to a client. */
export interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly error: ErrorAnswer['error'];
  readonly retryAfter: string | null;
}

export interface Answered {
  readonly ok: true;
  readonly text: string;
  /** Of the answer's tokens, and of an echoed prompt before them; empty without logprobs. */
  readonly entries: readonly (TokenLogprob | null)[];
  /** How many the server counted, itself included what its template adds. */
  readonly promptTokens: number | undefined;
  /** Parameters that did not reach the model. */
  readonly dropped: ReadonlySet<string>;
}

export type Reply = Answered | Refused;

export interface Asker {
  ask(endpoint: Endpoint, question: Question): Promise<Reply>;
  /** So far. */
  cost(): { readonly calls: number; readonly tokens: number };
  /** Parameters that were dropped from any question so far. */
  dropped(): ReadonlySet<string>;
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const candidate = {
  token: v.string(),
  bytes: v.nullable(v.array(wholeNumber)),
  logprob: v.number(),
  id: v.exactOptional(wholeNumber),
};
const entry = v.object({ ...candidate, top_logprobs: v.array(v.object(candidate)) });
const answer = v.object({
  choices: v.tupleWithRest(
    [
      v.object({
        text: v.nullish(v.string()),
        message: v.nullish(v.object({ content: v.nullish(v.string()) })),
        logprobs: v.nullish(v.object({ content: v.nullish(v.array(v.nullable(entry))) })),
      }),
    ],
    v.unknown(),
  ),
  usage: v.nullish(v.object({ prompt_tokens: v.nullish(v.number()), total_tokens: v.nullish(v.number()) })),
});
const errorAnswer = v.object({
  error: v.object({
    message: v.string(),
    type: v.picklist(['invalid_request_error', 'server_error', 'rate_limit_error', 'upstream_error']),
    param: v.nullable(v.string()),
    code: v.nullable(v.string()),
  }),
});

/** Asks one model small questions, and counts what they cost. */
export function askModel(upstream: Upstream, model: string, signal: AbortSignal): Asker {
  let calls = 0;
  let tokens = 0;
  const dropped = new Set<string>();
  return {
    async ask(endpoint, question) {
      const body = { model, ...(endpoint === 'completions' ? completion(question) : chat(question)) };
      calls += 1;
      const response = await upstream.send(endpoint, body, signal);
      const left = (response.headers.get(droppedHeader) ?? '').split(', ').filter((name) => name !== '');
      for (const name of left) dropped.add(name);
      const told: unknown = await response.json().catch(() => undefined);
      signal.throwIfAborted();
      const parsed = v.safeParse(answer, told);
      if (!response.ok || !parsed.success) return refusedBy(response, told);
      const [choice] = parsed.output.choices;
      const { usage } = parsed.output;
      tokens += usage?.total_tokens ?? 0;
      return {
        ok: true,
        text: choice.text ?? choice.message?.content ?? '',
        entries: choice.logprobs?.content ?? [],
        promptTokens: usage?.prompt_tokens ?? undefined,
        dropped: new Set(left),
      };
    },
    cost: () => ({ calls, tokens }),
    dropped: () => dropped,
  };
}

/** What a refusal says of a feature: that it is not there, or nothing, when it may pass. */
export function absentUnlessPassing({ status }: Refused): false | null {
  return status >= 500 || status === 429 ? null : false;
}

/** What a server answered that is no answer of the protocol counts as its fault. */
function refusedBy(response: Response, told: unknown): Refused {
  const parsed = v.safeParse(errorAnswer, told);
  const message = 'The model answered what is not in the protocol.';
  const error = parsed.success
    ? parsed.output.error
    : ({ message, type: 'upstream_error', param: null, code: 'broken_answer' } as const);
  return {
    ok: false,
    status: response.ok ? 502 : response.status,
    error,
    retryAfter: response.headers.get('Retry-After'),
  };
}

function completion({ text, top, echo, ...rest }: Question): object {
  return {
    prompt: text,
    ...sampling(rest),
    ...(top === undefined ? {} : { logprobs: top }),
    ...(echo === true ? { echo } : {}),
  };
}

function chat({ text, prefill, top, ...rest }: Question): object {
  const user = { role: 'user', content: text };
  return {
    messages: prefill === undefined ? [user] : [user, { role: 'assistant', content: prefill }],
    ...sampling(rest),
    ...(top === undefined ? {} : { logprobs: true, top_logprobs: top }),
  };
}

function sampling({ length, temperature, bias, seed }: Omit<Question, 'text'>): object {
  return {
    max_tokens: length ?? 1,
    ...(temperature === undefined ? {} : { temperature }),
    ...(bias === undefined ? {} : { logit_bias: bias }),
    ...(seed === undefined ? {} : { seed }),
  };
}
