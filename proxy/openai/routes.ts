import { Hono } from 'hono';
import { reportError } from '../logs/report-error.ts';
import type { Endpoint, Upstream } from '../upstreams/upstream.ts';
import { refusal } from './errors.ts';

const endpoints: readonly Endpoint[] = ['completions', 'chat/completions'];

/** OpenAI's protocol, to be mounted at `/v1`. A client that leaves aborts what its request started. */
export function openaiRoutes(upstream: Upstream): Hono {
  const routes = new Hono();
  routes.get('/models', async (c) =>
    c.json({ object: 'list', data: await upstream.models(c.req.raw.signal) }),
  );
  for (const endpoint of endpoints) {
    routes.post(`/${endpoint}`, async (c) => {
      let body: unknown;
      try {
        body = await c.req.json();
      } catch {
        return refusal(400, { message: 'The body is not JSON.', code: 'invalid_json' });
      }
      return upstream.send(endpoint, body, c.req.raw.signal);
    });
  }
  routes.all('*', (c) =>
    refusal(404, {
      message: `There is no ${c.req.method} ${new URL(c.req.url).pathname}; there are GET /v1/models, POST /v1/completions and POST /v1/chat/completions.`,
      code: 'not_found',
    }),
  );
  routes.onError((error, c) => {
    if (c.req.raw.signal.aborted) return refusal(499, { message: 'The client left.', type: 'server_error' });
    reportError(error, c);
    return refusal(500, { message: 'The server met an error of its own.' });
  });
  return routes;
}
