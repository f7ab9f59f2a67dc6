import { Hono } from 'hono';
import { securityHeaders } from './guards/security-headers.ts';
import { serveSite } from './site/serve-site.ts';
import type { Site } from './site/site.ts';

export interface AppParts {
  readonly site: Site;
  /** Of package.json; `/healthz` says it. */
  readonly version: string;
  /** A fresh, unguessable base64 value for each page that is answered. */
  readonly createNonce: () => string;
}

/** The server as a value: nothing listens, tests call `app.request(…)`. */
export function createApp({ site, version, createNonce }: AppParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders()))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.get('/healthz', (c) => c.json({ status: 'ok', version }, 200, { 'Cache-Control': 'no-store' }));
  app.get('*', serveSite(site, createNonce));
  app.all('*', (c) => c.text('Only GET and HEAD\n', 405, { Allow: 'GET, HEAD' }));
  app.onError((error, c) => {
    console.error(error);
    return c.text('The server met an error of its own\n', 500);
  });
  return app;
}
