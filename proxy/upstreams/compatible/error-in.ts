import * as v from 'valibot';
import type { UpstreamConfig } from '../../config/config.ts';
import { describeError, type DescribedError } from './describe-error.ts';

const failed = v.object({ error: v.union([v.string(), v.looseObject({ code: v.optional(v.unknown()) })]) });

/** The error that came where an answer was due: OpenRouter sends it with status 200, and others in mid-stream. */
export function errorIn(config: UpstreamConfig, told: unknown): DescribedError | undefined {
  const parsed = v.safeParse(failed, told);
  if (!parsed.success) return undefined;
  const { error } = parsed.output;
  const code = typeof error === 'string' ? undefined : error.code;
  return describeError(config, typeof code === 'number' && code >= 400 && code < 600 ? code : 502, told);
}
