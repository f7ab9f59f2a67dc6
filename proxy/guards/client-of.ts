import type { Context } from 'hono';
import { clientAddress } from './client-address.ts';

/** A name that is longer is no address. */
const longest = 64;

/**
 * What tells one client from another: its address. Behind a reverse proxy every client has the proxy's; one that is trusted says
 * whom it asks for in the last entry of `X-Forwarded-For`, and what stands before that the client may have written itself.
 */
export function clientOf(
  remoteAddress: (c: Context) => string | undefined,
  trustProxy: boolean,
): (c: Context) => string {
  return (c) => {
    const told = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    return clientAddress(told || (remoteAddress(c) ?? 'unknown')).slice(0, longest);
  };
}
