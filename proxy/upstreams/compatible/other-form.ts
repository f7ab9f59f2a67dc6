import type { Endpoint } from '../upstream.ts';

/** A request's JSON: an object that names a model. */
export type RequestBody = Readonly<Record<string, unknown>>;

/** A parameter that servers take in one of two forms, told apart by a name. */
interface TwoForms {
  /** The form that the request has; undefined when it lacks the parameter. */
  of(body: RequestBody, endpoint: Endpoint): string | undefined;
  /** The same request in the other form. */
  change(body: RequestBody): RequestBody;
}

/** OpenAI's chats take true and a number beside it; its completions, and Together everywhere, take the number. */
const logprobs: TwoForms = {
  of: ({ logprobs }) => (logprobs === true ? 'true' : typeof logprobs === 'number' ? 'a number' : undefined),
  change: ({ logprobs, top_logprobs, ...rest }) =>
    logprobs === true
      ? // A server that takes a number reads 0 as no.
        { ...rest, logprobs: typeof top_logprobs === 'number' ? Math.max(1, top_logprobs) : 1 }
      : { ...rest, logprobs: true, top_logprobs: logprobs },
};

/** An object of OpenAI's, or llama.cpp's pairs, in which false bans. */
const logitBias: TwoForms = {
  of({ logit_bias }) {
    if (Array.isArray(logit_bias)) return 'pairs';
    return typeof logit_bias === 'object' && logit_bias !== null ? 'an object' : undefined;
  },
  change({ logit_bias, ...rest }) {
    if (Array.isArray(logit_bias)) {
      const pairs = logit_bias.filter((pair): pair is [unknown, unknown] => Array.isArray(pair));
      const entries = pairs.map(([id, bias]) => [String(id), bias === false ? -100 : bias]);
      return { ...rest, logit_bias: Object.fromEntries(entries) as unknown };
    }
    const pairs = Object.entries(logit_bias as object).map(([id, bias]: [string, unknown]) => [
      /^\d+$/.test(id) ? Number(id) : id,
      bias,
    ]);
    return { ...rest, logit_bias: pairs };
  },
};

/** OpenAI's newer models know only the longer name, and many servers only the older one. */
const length: TwoForms = {
  of({ max_tokens, max_completion_tokens }, endpoint) {
    if (endpoint === 'completions') return undefined;
    const given = [max_tokens, max_completion_tokens].map((value) => value !== undefined && value !== null);
    if (given[0] === given[1]) return undefined;
    return given[0] === true ? 'max_tokens' : 'max_completion_tokens';
  },
  change: ({ max_tokens, max_completion_tokens, ...rest }) =>
    max_tokens === undefined || max_tokens === null
      ? { ...rest, max_tokens: max_completion_tokens }
      : { ...rest, max_completion_tokens: max_tokens },
};

/** By the name of the parameter. */
export const twoForms: ReadonlyMap<string, TwoForms> = new Map([
  ['logprobs', logprobs],
  ['logit_bias', logitBias],
  ['max_tokens', length],
  ['max_completion_tokens', length],
]);
