import * as v from 'valibot';

/** Found, found not to be so, or not to be found out. */
const finding = v.nullable(v.boolean());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a probe has found out about one model: nothing here is guessed from a name. Of `GET /api/capabilities?model=…`. */
export const capabilities = v.object({
  /** The name by which the proxy is asked for it. */
  model: v.string(),
  /** Milliseconds since 1970. */
  probedAt: v.number(),
  /** What the probe itself cost. */
  cost: v.object({ calls: count, tokens: count }),
  /** Endpoints that answer for it. */
  endpoints: v.object({ completions: v.boolean(), chat: v.boolean() }),
  /** Longest top list that was got from each endpoint; 0 when it gives no logprobs. */
  topLogprobs: v.object({ completions: count, chat: count }),
  /** Whether the reported logprobs change with the request's temperature, and with its bias. */
  logprobsAfter: v.object({ temperature: finding, bias: finding }),
  /** Banning the likeliest token by its id made another one come. */
  logitBias: finding,
  /** A chat that ends with the assistant's words is continued where they end. */
  prefill: finding,
  /** Completions can give the prompt's own tokens back, with logprobs. */
  echo: finding,
  /** Completions take a prompt of ids. */
  promptIds: finding,
  /** Entries of logprobs carry ids. */
  ids: finding,
  /** The same seed gave the same tokens, and another one others. */
  seed: finding,
  /** The encoding whose counts and ids were met on every text that was tried. */
  tokenizer: v.nullable(v.picklist(['r50k_base', 'p50k_base', 'cl100k_base', 'o200k_base'])),
  vocabularySize: v.nullable(count),
  contextLength: v.nullable(count),
  /** Parameters that the model refused; they are left out since. */
  refused: v.array(v.string()),
});
export type Capabilities = v.InferOutput<typeof capabilities>;
