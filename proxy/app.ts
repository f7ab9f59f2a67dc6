import { Hono, type Context, type Handler } from 'hono';
import { knownCallers } from './guards/known-callers.ts';
import { limitBody } from './guards/limit-body.ts';
import { limitRequests } from './guards/limit-requests.ts';
import { securityHeaders } from './guards/security-headers.ts';
import type { Limits } from './limits/limits.ts';
import { openaiRoutes } from './openai/routes.ts';
import type { Upstream } from './upstreams/upstream.ts';

export interface AppParts {
  /** Answers GET and HEAD of everything else: the built page. */
  readonly page: Handler;
  /** Of package.json; `/healthz` says it. */
  readonly version: string;
  /** Where `/v1` is answered from. */
  readonly upstream: Upstream;
  /** Names by which `/v1` may be asked. */
  readonly hosts: readonly string[];
  readonly limits: Limits;
  /** What tells one client from another. */
  readonly clientOf: (c: Context) => string;
}

/** The server as a value: nothing listens, tests call `app.request(…)`. Nothing of Node is in it, so it runs wherever fetch does. */
export function createApp({ page, version, upstream, hosts, limits, clientOf }: AppParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders()))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.get('/healthz', (c) => c.json({ status: 'ok', version }, 200, { 'Cache-Control': 'no-store' }));
  app.use('/v1/*', knownCallers(hosts));
  app.use('/v1/*', limitBody);
  app.use('/v1/*', limitRequests(limits, clientOf));
  app.route('/v1', openaiRoutes(upstream));
  app.get('*', page);
  app.all('*', (c) => c.text('Only GET and HEAD\n', 405, { Allow: 'GET, HEAD' }));
  app.onError((error, c) => {
    console.error(error);
    return c.text('The server met an error of its own\n', 500);
  });
  return app;
}
