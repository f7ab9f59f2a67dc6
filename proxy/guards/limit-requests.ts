import * as v from 'valibot';
import type { Context, MiddlewareHandler } from 'hono';
import type { Admission, Limits } from '../limits/limits.ts';
import { isPaidFor } from '../sharing/shared-header.ts';
import { countEvents, countFromUsage } from './count-tokens.ts';
import { refuseRequest } from './refuse-request.ts';
import { watchBody } from './watch-body.ts';

/** What a request may make when it does not say. */
const usualLength = 128;
/** More than any budget; a request that names more asks for this. */
const mostOfAll = 1e12;

const asked = v.object({
  model: v.nullish(v.string()),
  max_tokens: v.nullish(v.number()),
  max_completion_tokens: v.nullish(v.number()),
  n: v.nullish(v.number()),
  prompt: v.optional(v.unknown()),
});

/** Names of models; what is written in place of one may be anything, and is not told. */
const name = /^[\w.:@/-]{1,100}$/;

/** Lets a client in as the limits allow; its place is free again when the last byte of its answer has gone, or it has left. */
export function limitRequests(limits: Limits, clientOf: (c: Context) => string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST') {
      // It makes no tokens, but an upstream may be asked for it.
      const tooMany = await limits.knock(clientOf(c), true);
      return tooMany === undefined ? next() : refuseRequest(tooMany);
    }
    const admission = await limits.enter(clientOf(c), await mostTokens(c));
    if (!admission.ok) return refuseRequest(admission);
    try {
      await next();
    } catch (error) {
      await end(c, admission, 0);
      throw error;
    }
    const { body, status, headers, ok } = c.res;
    if (body === null) {
      await end(c, admission, 0);
      return undefined;
    }
    const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
    const count = isStream ? countEvents() : countFromUsage();
    const isFree = !ok || isPaidFor(headers);
    // subtle: an answer that takes another one's place is merged with it, which locks the body that is being counted.
    c.res = undefined;
    c.res = new Response(
      watchBody(body, {
        chunk: count.chunk,
        end: () => end(c, admission, isFree ? 0 : count.made()),
      }),
      { status, headers },
    );
    return undefined;
  };
}

/** An answer that does not say what was made, or was left before it said so, is taken to be all that was asked for. */
async function end(c: Context, admission: Admission, made: number | undefined): Promise<void> {
  const notes = c.get('notes');
  if (notes !== undefined) notes.tokens = made;
  await Promise.all([made === undefined ? undefined : admission.used(made), admission.leave()]);
}

async function mostTokens(c: Context): Promise<number> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    // What is not JSON makes nothing, and is refused further on.
    return 0;
  }
  const parsed = v.safeParse(asked, body);
  if (!parsed.success) return 0;
  const { model, max_tokens, max_completion_tokens, n, prompt } = parsed.output;
  const notes = c.get('notes');
  if (notes !== undefined && model && name.test(model)) notes.model = model;
  const each = max_completion_tokens ?? max_tokens ?? usualLength;
  const most = Math.ceil(each * (n ?? 1) * promptsIn(prompt));
  return Math.min(mostOfAll, Math.max(0, most));
}

/** Several texts, or several lists of ids, are continued each. */
function promptsIn(prompt: unknown): number {
  return Array.isArray(prompt) && typeof prompt[0] !== 'number' ? prompt.length : 1;
}
