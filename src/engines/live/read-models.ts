import * as v from 'valibot';
import { type Result, fault } from '../../../shared/fault.ts';
import type { LiveModel } from './live-client.ts';

const size = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1)));
const list = v.object({
  data: v.array(
    v.object({
      id: v.string(),
      owned_by: v.optional(v.string(), ''),
      context_length: size,
      vocabulary_size: size,
    }),
  ),
});

/** The list of models, as the proxy tells it. Returns `broken-answer` for anything else. */
export function readModels(json: unknown): Result<readonly LiveModel[]> {
  const parsed = v.safeParse(list, json);
  if (!parsed.success) return { ok: false, fault: fault('broken-answer', 'it is no list of models') };
  const value = parsed.output.data.map((model) => ({
    id: model.id,
    owner: model.owned_by,
    contextLength: model.context_length ?? undefined,
    vocabularySize: model.vocabulary_size ?? undefined,
  }));
  return { ok: true, value };
}
