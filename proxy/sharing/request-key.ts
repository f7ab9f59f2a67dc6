import * as v from 'valibot';
import type { Endpoint } from '../upstreams/upstream.ts';

const drawn = v.object({
  stream: v.nullish(v.boolean()),
  temperature: v.nullish(v.number()),
  seed: v.nullish(v.number()),
  max_tokens: v.nullish(v.number()),
});

/**
 * What two requests have in common that may be answered with one answer, or undefined when chance has a part in it, or the answer
 * is a stream. Without chance is: the likeliest token each time (temperature 0), a seed, or nothing drawn at all (`max_tokens: 0`).
 */
export function requestKey(endpoint: Endpoint, body: unknown): string | undefined {
  const parsed = v.safeParse(drawn, body);
  if (!parsed.success) return undefined;
  const { stream, temperature, seed, max_tokens } = parsed.output;
  if (stream === true) return undefined;
  const isCertain = temperature === 0 || typeof seed === 'number' || max_tokens === 0;
  return isCertain ? `${endpoint} ${canonical(body)}` : undefined;
}

/** JSON in which the order of fields makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
