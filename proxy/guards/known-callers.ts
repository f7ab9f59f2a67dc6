import type { MiddlewareHandler } from 'hono';
import { refusal } from '../openai/errors.ts';

/**
 * Lets programs in, and pages of this very origin. A page of another origin is refused, and so is a name of this machine that
 * is not one of `hosts`, by which a foreign page could make itself this origin (DNS rebinding).
 */
export function knownCallers(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const name = nameOf(`http://${host}`);
    if (name === undefined || !hosts.includes(name)) {
      const message = `This server does not answer to the name "${host}"; ALLOWED_HOSTS lists the names that it answers to.`;
      return refusal(403, { message, code: 'unknown_host' });
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && hostOf(origin) !== host) {
      return refusal(403, {
        message: 'A page of another origin may not use this server.',
        code: 'unknown_origin',
      });
    }
    return next();
  };
}

function nameOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
