import * as v from 'valibot';

/**
 * Requests of OpenAI's protocol, as far as the server takes part in them. The ranges are the ones that it accepts; fields that
 * are not named here pass through to an upstream untouched.
 */

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const wholeBetween = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const optional = <S extends v.GenericSchema>(schema: S) => v.nullish(schema);

/** Ids as keys, −100 to 100 as values; −100 bans, as OpenAI says of it. */
const logitBias = v.pipe(
  // subtle: to valibot a list is a record of its places.
  v.custom<object>((value) => typeof value === 'object' && !Array.isArray(value), 'ids as keys'),
  v.record(v.pipe(v.string(), v.regex(/^\d{1,7}$/, 'a token id')), between(-100, 100)),
  v.check((bias) => Object.keys(bias).length <= 300, 'at most 300 entries'),
);

const stop = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.maxLength(4)),
]);

const sampling = {
  model: v.pipe(v.string(), v.minLength(1)),
  temperature: optional(between(0, 2)),
  top_p: optional(between(0, 1)),
  frequency_penalty: optional(between(-2, 2)),
  presence_penalty: optional(between(-2, 2)),
  logit_bias: optional(logitBias),
  seed: optional(v.pipe(v.number(), v.safeInteger())),
  stop: optional(stop),
  n: optional(wholeBetween(1, 8)),
  stream: optional(v.boolean()),
  stream_options: optional(v.object({ include_usage: optional(v.boolean()) })),
};

/** Text, several texts, ids, or several lists of ids. */
const prompt = v.union([
  v.string(),
  v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(20)),
  v.pipe(v.array(id), v.minLength(1)),
  v.pipe(v.array(v.pipe(v.array(id), v.minLength(1))), v.minLength(1), v.maxLength(20)),
]);

export const completionRequest = v.object({
  ...sampling,
  prompt: v.optional(v.nullable(prompt)),
  max_tokens: optional(wholeBetween(0, 4096)),
  logprobs: optional(wholeBetween(0, 1000)),
  echo: optional(v.boolean()),
});
export type CompletionRequest = v.InferOutput<typeof completionRequest>;

const contentPart = v.object({ type: v.literal('text'), text: v.string() });
const message = v.object({
  role: v.picklist(['system', 'developer', 'user', 'assistant']),
  content: v.union([v.string(), v.array(contentPart)]),
});

export const chatRequest = v.object({
  ...sampling,
  messages: v.pipe(v.array(message), v.minLength(1), v.maxLength(1000)),
  max_tokens: optional(wholeBetween(1, 4096)),
  max_completion_tokens: optional(wholeBetween(1, 4096)),
  logprobs: optional(v.boolean()),
  top_logprobs: optional(wholeBetween(0, 1000)),
});
export type ChatRequest = v.InferOutput<typeof chatRequest>;
