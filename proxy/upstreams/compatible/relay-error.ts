import * as v from 'valibot';
import type { UpstreamConfig } from '../../config/config.ts';
import { refusal } from '../../openai/errors.ts';
import type { deadline } from './deadline.ts';

/** Bytes of an upstream's error that are read; a page of ten megabytes says no more than its beginning. */
const most = 16_384;

/** OpenAI's shape, and what servers make of it. */
const known = v.union([
  v.object({
    error: v.object({
      message: v.string(),
      param: v.nullish(v.string()),
      code: v.nullish(v.union([v.string(), v.number()])),
    }),
  }),
  v.pipe(
    v.object({ error: v.string() }),
    v.transform(({ error }) => ({ error: { message: error, param: undefined, code: undefined } })),
  ),
  v.pipe(
    v.object({ message: v.string() }),
    v.transform(({ message }) => ({ error: { message, param: undefined, code: undefined } })),
  ),
]);

/**
 * What an upstream refused, in OpenAI's shape: its status and its sentence, without its key. An answer that is no JSON of a
 * known shape is not shown: it may be anybody's page.
 */
export async function relayError(
  { name, key }: UpstreamConfig,
  answer: Response,
  limit: ReturnType<typeof deadline>,
): Promise<Response> {
  const text = await beginning(answer);
  limit.over();
  limit.abort();
  const parsed = v.safeParse(known, jsonOf(text));
  const said = parsed.success ? parsed.output.error : undefined;
  const clean = (words: string): string => (key === undefined ? words : words.replaceAll(key, '***'));
  const refused = refusal(statusOf(answer.status), {
    message: said === undefined ? `${name} answered ${answer.status}.` : `${name}: ${clean(said.message)}`,
    type:
      answer.status === 429
        ? 'rate_limit_error'
        : answer.status < 500
          ? 'invalid_request_error'
          : 'upstream_error',
    param: said?.param ?? null,
    code: said?.code === undefined || said.code === null ? null : clean(String(said.code)),
  });
  const retryAfter = answer.headers.get('retry-after');
  if (retryAfter !== null) refused.headers.set('Retry-After', retryAfter);
  return refused;
}

/** A key that an upstream refuses is the server's own: to the client that is a fault of the way, not of its request. */
function statusOf(status: number): number {
  if (status === 401 || status === 403) return 502;
  return status >= 400 && status < 600 ? status : 502;
}

async function beginning(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length >= most) break;
    }
  } catch {
    // What has come until it broke off is enough.
  }
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
