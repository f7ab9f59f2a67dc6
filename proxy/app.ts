import { Hono, type Context, type Handler } from 'hono';
import { apiRoutes } from './api/routes.ts';
import { knownCallers } from './guards/known-callers.ts';
import { limitBody } from './guards/limit-body.ts';
import { limitRequests } from './guards/limit-requests.ts';
import { requireToken } from './guards/require-token.ts';
import { securityHeaders } from './guards/security-headers.ts';
import type { Limits } from './limits/limits.ts';
import { logRequests } from './logs/log-requests.ts';
import { reportError } from './logs/report-error.ts';
import { openaiRoutes } from './openai/routes.ts';
import type { CapabilityStore } from './probe/capability-store.ts';
import type { Upstream } from './upstreams/upstream.ts';

export interface AppParts {
  /** Answers GET and HEAD of everything else: the built page. */
  readonly page: Handler;
  /** Of package.json; `/healthz` says it. */
  readonly version: string;
  /** Where `/v1` is answered from. */
  readonly upstream: Upstream;
  /** What `/api/capabilities` tells; probes ask the upstreams themselves, no answer that was kept. */
  readonly capabilities: CapabilityStore;
  /** Names by which `/v1` may be asked. */
  readonly hosts: readonly string[];
  readonly limits: Limits;
  /** What tells one client from another. */
  readonly clientOf: (c: Context) => string;
  /** What `/v1` and `/api` demand; nothing when left out. */
  readonly accessToken?: string | undefined;
  /** Takes a line for each request of `/v1` and `/api`; none is made when left out. */
  readonly log?: ((line: string) => void) | undefined;
}

/** The server as a value: nothing listens, tests call `app.request(…)`. Nothing of Node is in it, so it runs wherever fetch does. */
export function createApp(parts: AppParts): Hono {
  const { page, version, upstream, hosts, limits, clientOf, accessToken, log } = parts;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders()))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.get('/healthz', (c) => c.json({ status: 'ok', version }, 200, { 'Cache-Control': 'no-store' }));
  const guards = [
    logRequests(log, clientOf, Date.now),
    knownCallers(hosts),
    ...(accessToken === undefined ? [] : [requireToken(accessToken, limits, clientOf)]),
    limitBody,
    limitRequests(limits, clientOf),
  ];
  for (const path of ['/v1/*', '/api/*']) app.use(path, ...guards);
  app.route('/v1', openaiRoutes(upstream));
  app.route('/api', apiRoutes(parts));
  app.get('*', page);
  app.all('*', (c) => c.text('Only GET and HEAD\n', 405, { Allow: 'GET, HEAD' }));
  app.onError((error, c) => {
    reportError(error, c);
    return c.text('The server met an error of its own\n', 500);
  });
  return app;
}
