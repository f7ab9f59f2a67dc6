import type { Fault } from '../../../shared/fault.ts';
import type { Capabilities } from '../../../shared/wire/capabilities.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { PartialDistribution, SampledToken } from '../../core/partial/partial-distribution.ts';
import type { Exchange } from './exchange.ts';

/** What came of a question. A refusal has its exchange as well, when there was one. */
export type LiveResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly exchange: Exchange | undefined };

export interface LiveModel {
  /** By which the proxy is asked for it. */
  readonly id: string;
  readonly owner: string;
  readonly contextLength: number | undefined;
  readonly vocabularySize: number | undefined;
}

/** Settings that the provider itself is to act by; those left out are not sent. */
export interface ThereSettings {
  readonly temperature?: number;
  readonly top_p?: number;
  readonly frequency_penalty?: number;
  readonly presence_penalty?: number;
  /** By token id; −100 bans. */
  readonly logit_bias?: Readonly<Record<number, number>>;
  readonly seed?: number;
}

export interface LiveAsk {
  readonly capabilities: Capabilities;
  /** The text, and its ids where they are known: they are sent when the model takes them, else the text. */
  readonly prompt: { readonly text: string; readonly ids?: readonly TokenId[] };
  /** Entries of the top list that are wanted; as many come as the model gives. When left out 100, and 20 for each token of a path. */
  readonly top?: number;
  /** Without it the provider is asked for its own distribution, and everything else is done here. */
  readonly there?: ThereSettings;
}

/** How the text was put: `answer` is a chat in which the model replies to the text instead of continuing it. */
export type AskedAs = 'completions' | 'prefill' | 'answer';

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface NextAnswer {
  readonly partial: PartialDistribution;
  readonly chosen: SampledToken | undefined;
  readonly askedAs: AskedAs;
  readonly exchange: Exchange;
  readonly usage: Usage | undefined;
  /** Parameters that were wanted and not sent, because the model refuses them. */
  readonly dropped: readonly string[];
}

export interface SampleAsk extends LiveAsk {
  /** Paths that are wanted, and how many tokens each has at most. */
  readonly n: number;
  readonly length: number;
  /** Path number i is asked for with `seed + i`, where the model takes seeds. */
  readonly seed: number;
}

export interface PathStep {
  readonly token: SampledToken;
  readonly partial: PartialDistribution;
}

/** One run of the model. */
export interface SamplePath {
  /** Empty when the model gives no logprobs. */
  readonly steps: readonly PathStep[];
  /** The provider's own text of it. */
  readonly text: string;
  /** Why it ended, in the provider's words: `stop`, `length`, … */
  readonly finish: string | undefined;
  readonly exchange: Exchange;
}

/** The most that a question can cost. */
export interface Cost {
  readonly calls: number;
  /** Read and written together; of a text without ids a guess, a token for four bytes. */
  readonly tokens: number;
}

/**
 * Asks the proxy. Nothing throws but for a programmer's mistake; what can go wrong for a user comes back as a fault:
 * `aborted`, `offline`, `not-found` (there is no proxy), `access-denied`, `rate-limited`, `provider-refused`, `no-logprobs`,
 * `broken-answer`.
 */
export interface LiveClient {
  models(signal: AbortSignal): Promise<LiveResult<readonly LiveModel[]>>;
  capabilities(
    model: string,
    options: { readonly refresh?: boolean; readonly signal: AbortSignal },
  ): Promise<LiveResult<Capabilities>>;
  /** One token's place: its top list, and what was drawn there. */
  next(ask: LiveAsk, signal: AbortSignal): Promise<LiveResult<NextAnswer>>;
  /** Runs one after the other; each is told as it comes. What came before a fault has been told. */
  sample(
    ask: SampleAsk,
    signal: AbortSignal,
    onPath?: (path: SamplePath, index: number) => void,
  ): Promise<LiveResult<readonly SamplePath[]>>;
  /** What `next` or `sample` would cost at most. */
  costOf(ask: LiveAsk | SampleAsk): Cost;
}

export interface LiveClientOptions {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Where the proxy is, without a slash at the end; '' is the page's own origin. */
  readonly baseUrl: string;
  /** What a class's proxy may want; sent as `Authorization: Bearer …`, and kept nowhere. */
  readonly accessToken?: () => string | undefined;
  /** Milliseconds, for the time that an exchange took. */
  readonly now?: () => number;
}
