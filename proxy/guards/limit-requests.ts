import * as v from 'valibot';
import type { Context, MiddlewareHandler } from 'hono';
import type { Admission, Limits, Refused } from '../limits/limits.ts';
import { refusal } from '../openai/errors.ts';

/** What a request may make when it does not say. */
const usualLength = 128;

const lengths = v.object({
  max_tokens: v.nullish(v.number()),
  max_completion_tokens: v.nullish(v.number()),
  n: v.nullish(v.number()),
});
const withUsage = v.object({ usage: v.object({ completion_tokens: v.number() }) });

/** Lets a client in as the limits allow; its place is free again when the last byte of its answer has gone, or it has left. */
export function limitRequests(limits: Limits, clientOf: (c: Context) => string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const admission = await limits.enter(clientOf(c), await mostTokens(c));
    if (!admission.ok) return refuse(admission);
    try {
      await next();
    } catch (error) {
      await end(admission, 0);
      throw error;
    }
    const { body, status, headers } = c.res;
    if (body === null) {
      await end(admission, 0);
      return undefined;
    }
    const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
    // subtle: an answer that takes another one's place is merged with it, which locks the body that is being counted.
    c.res = undefined;
    c.res = new Response(
      counted(body, isStream, (made) => end(admission, made)),
      { status, headers },
    );
    return undefined;
  };
}

async function end(admission: Admission, made: number): Promise<void> {
  await Promise.all([admission.used(made), admission.leave()]);
}

const words: Readonly<Record<Refused['reason'], (limit: number) => string>> = {
  rate: (limit) => `Too many requests: ${limit} a minute are accepted.`,
  concurrency: (limit) => `Too many requests at the same time: ${limit} are accepted.`,
  budget: (limit) => `The tokens of today are used up: ${limit} are accepted.`,
};

function refuse({ reason, limit, retryAfter }: Refused): Response {
  const answer = refusal(429, { message: words[reason](limit), type: 'rate_limit_error', code: reason });
  answer.headers.set('Retry-After', String(retryAfter));
  return answer;
}

async function mostTokens(c: Context): Promise<number> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    // What is not JSON makes nothing, and is refused further on.
    return 0;
  }
  const asked = v.safeParse(lengths, body);
  if (!asked.success) return 0;
  const { max_tokens, max_completion_tokens, n } = asked.output;
  return Math.max(0, (max_completion_tokens ?? max_tokens ?? usualLength) * (n ?? 1));
}

/** The same bytes; tells once, at the end or when the reader leaves, how many tokens they told of. */
function counted(
  body: ReadableStream<Uint8Array>,
  isStream: boolean,
  tell: (made: number) => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let made = 0;
  let told = false;
  async function over(): Promise<void> {
    if (told) return;
    told = true;
    await tell(isStream ? made : usageOf(text));
  }
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            await over();
            controller.close();
            return;
          }
          // An event of a stream is a token, more or less; an answer that comes whole says how many it made.
          if (isStream) made += events(value);
          else text += decoder.decode(value, { stream: true });
          controller.enqueue(value);
        } catch (error) {
          await over();
          controller.error(error);
        }
      },
      async cancel(reason) {
        await Promise.all([over(), reader.cancel(reason)]);
      },
    },
    { highWaterMark: 0 },
  );
}

const newline = 0x0a;

/** Empty lines, which end events. */
function events(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 1; i < bytes.length; i++) if (bytes[i] === newline && bytes[i - 1] === newline) count += 1;
  return count;
}

function usageOf(text: string): number {
  try {
    return v.parse(withUsage, JSON.parse(text)).usage.completion_tokens;
  } catch {
    return 0;
  }
}
