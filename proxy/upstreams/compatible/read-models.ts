import * as v from 'valibot';
import type { ModelEntry } from '../upstream.ts';

/** Whatever is no whole number above 0 counts as not told. */
const length = v.fallback(v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined);
const meta = v.object({ n_ctx: length, n_ctx_train: length, n_vocab: length });

const modelList = v.object({
  data: v.array(
    v.object({
      id: v.string(),
      created: v.fallback(v.optional(v.number(), 0), 0),
      /** vLLM. */
      max_model_len: length,
      /** OpenRouter, Together; another Tokenscope. */
      context_length: length,
      vocabulary_size: length,
      /** LM Studio, Mistral. */
      max_context_length: length,
      /** llama.cpp: what it runs with, and what the model was made for. */
      meta: v.fallback(v.nullish(meta), undefined),
    }),
  ),
});

/** An upstream's `GET /v1/models`, with the sizes that it tells in a field of its own. */
export function readModels(told: unknown, owner: string): ModelEntry[] {
  return v.parse(modelList, told).data.map(({ id, created, meta, ...sizes }) => {
    const { max_model_len, context_length, max_context_length } = sizes;
    const context = max_model_len ?? context_length ?? max_context_length ?? meta?.n_ctx ?? meta?.n_ctx_train;
    const vocabulary = sizes.vocabulary_size ?? meta?.n_vocab;
    return {
      ...ownEntry(id, owner),
      created,
      ...(context === undefined || context === null ? {} : { context_length: context }),
      ...(vocabulary === undefined || vocabulary === null ? {} : { vocabulary_size: vocabulary }),
    };
  });
}

/** The entry of a model of which no more than its name is known. */
export function ownEntry(id: string, owner: string): ModelEntry {
  return { id, object: 'model', created: 0, owned_by: owner };
}
