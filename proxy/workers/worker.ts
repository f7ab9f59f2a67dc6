import type { Hono } from 'hono';
import { appFrom } from './app-from.ts';

/** Made by the first request and kept: with it live the counts of the limits, one set for each isolate. */
let app: Hono | undefined;

/** What Cloudflare Workers run. The platform takes a module's default export, and nothing else. */
// oxlint-disable-next-line import/no-default-export
export default {
  fetch(request: Request, env: Readonly<Record<string, unknown>>): Response | Promise<Response> {
    if (app === undefined) {
      const made = appFrom(env);
      if (!made.ok) {
        console.error(made.fault.message);
        return new Response('The server is not set up: its log says why\n', { status: 500 });
      }
      app = made.value;
    }
    return app.fetch(request, env);
  },
};
