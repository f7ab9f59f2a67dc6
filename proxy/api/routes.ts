import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { refuseRequest } from '../guards/refuse-request.ts';
import type { Limits } from '../limits/limits.ts';
import { reportError } from '../logs/report-error.ts';
import { refusal } from '../openai/errors.ts';
import type { CapabilityStore } from '../probe/capability-store.ts';

/** What a probe takes from the day's tokens before it begins; it gives back what it did not cost. */
const usualCost = 2000;

const query = v.object({
  model: v.pipe(
    v.optional(v.string(), ''),
    v.minLength(1, 'a name of GET /v1/models is accepted, as in /api/capabilities?model=tiny'),
    v.maxLength(300, 'a name of at most 300 characters is accepted'),
  ),
  refresh: v.optional(v.literal('1', 'only 1 is accepted, which probes anew')),
});

interface ApiParts {
  readonly capabilities: CapabilityStore;
  readonly limits: Limits;
  readonly clientOf: (c: Context) => string;
}

/** What the page asks besides OpenAI's protocol, to be mounted at `/api`. A client that leaves ends what its request started. */
export function apiRoutes({ capabilities, limits, clientOf }: ApiParts): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  routes.get('/capabilities', async (c) => {
    const parsed = v.safeParse(query, c.req.query());
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const param = v.getDotPath(issue);
      return refusal(400, { message: `${param}: ${issue.message}.`, param, code: 'invalid_value' });
    }
    const { model, refresh } = parsed.output;
    const known = refresh === undefined ? capabilities.known(model) : undefined;
    if (known !== undefined) return c.json(known);
    const { signal } = c.req.raw;
    // What others pay for already costs nothing more.
    const tokens = capabilities.isProbing(model) ? 0 : usualCost;
    const admission = await limits.enter(clientOf(c), tokens);
    if (!admission.ok) return refuseRequest(admission);
    let made = tokens;
    try {
      const probed = await capabilities.probe(model, signal);
      if (tokens > 0) made = probed.ok ? probed.value.cost.tokens : 0;
      if (probed.ok) return c.json(probed.value);
      const refused = refusal(probed.status, probed.error);
      if (probed.retryAfter !== null) refused.headers.set('Retry-After', probed.retryAfter);
      return refused;
    } finally {
      await Promise.all([admission.used(made), admission.leave()]);
    }
  });
  routes.onError((error, c) => {
    if (c.req.raw.signal.aborted) return refusal(499, { message: 'The client left.', type: 'server_error' });
    reportError(error, c);
    return refusal(500, { message: 'The server met an error of its own.' });
  });
  return routes;
}
