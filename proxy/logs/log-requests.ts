import type { Context, MiddlewareHandler } from 'hono';
import { watchBody } from '../guards/watch-body.ts';
import { sharedHeader } from '../sharing/shared-header.ts';
import { clientLabels } from './client-labels.ts';
import type { RequestNotes } from './request-notes.ts';

const idHeader = 'X-Request-Id';

/** A path that may be told: words of this server's own kind. What else stands in one may be anything. */
const plainPath = /^\/(v1|api)(\/[a-z]+){0,2}$/;
/** An upstream's own name for its request. */
const plainId = /^[\w.:-]{1,100}$/;

/**
 * Names each request, in its answer too, and writes one line of JSON when the last byte of the answer has gone or the client has
 * left. No line holds a text, a key, a token, an address or a query. `now` in milliseconds since 1970.
 */
export function logRequests(
  write: ((line: string) => void) | undefined,
  clientOf: (c: Context) => string,
  now: () => number,
): MiddlewareHandler {
  const labelOf = clientLabels();
  return async (c, next) => {
    const notes: RequestNotes = { id: crypto.randomUUID() };
    c.set('notes', notes);
    const started = now();

    async function tell(status: number, bytes: number, how: 'whole' | 'broken' | 'left'): Promise<void> {
      const { id, model, tokens, upstreamId, origin } = notes;
      const line = {
        time: new Date(started).toISOString(),
        level: status >= 500 || how === 'broken' ? 'error' : status >= 400 ? 'warn' : 'info',
        id,
        method: c.req.method,
        path: plainPath.test(c.req.path) ? c.req.path : `${c.req.path.split('/', 2).join('/')}/…`,
        status,
        ms: Math.round(now() - started),
        client: await labelOf(clientOf(c)),
        model,
        upstream: model && (model.includes('/') ? model.split('/', 1)[0] : 'bundled'),
        upstreamId,
        cache: origin,
        tokens,
        bytes,
        aborted: how === 'left',
        broken: how === 'broken' || undefined,
      };
      write?.(JSON.stringify(line));
    }

    try {
      await next();
    } catch (error) {
      await tell(499, 0, 'left');
      throw error;
    }
    const { res } = c;
    const upstreamId = res.headers.get(idHeader) ?? '';
    if (plainId.test(upstreamId)) notes.upstreamId = upstreamId;
    notes.origin = res.headers.get(sharedHeader) ?? undefined;
    res.headers.set(idHeader, notes.id);
    if (write === undefined) return;
    const { status, headers, body } = res;
    if (c.req.raw.signal.aborted) return tell(status, 0, 'left');
    if (body === null || c.req.method === 'HEAD') return tell(status, 0, 'whole');
    let bytes = 0;
    const watched = watchBody(body, {
      chunk: (part) => void (bytes += part.length),
      end: (how) => tell(status, bytes, how),
    });
    c.res = undefined;
    c.res = new Response(watched, { status, headers });
  };
}
