import type { Handler } from 'hono';
import { securityHeaders } from '../guards/security-headers.ts';
import { noncePlaceholder } from '../site/nonce-placeholder.ts';

/** The platform's store of files; it knows types, packings and tags, and answers unknown paths with index.html. */
export interface Assets {
  fetch(request: Request): Promise<Response>;
}

/** The built page from there. index.html gets a fresh nonce, and no tag, as from the server of its own. */
export function assetsPage(assets: Assets, createNonce: () => string): Handler {
  return async (c) => {
    const answer = await assets.fetch(c.req.raw);
    const headers = new Headers(answer.headers);
    if (headers.get('content-type')?.startsWith('text/html') !== true)
      return new Response(answer.body, { status: answer.status, headers });
    const nonce = createNonce();
    for (const name of ['etag', 'last-modified', 'content-length']) headers.delete(name);
    headers.set('Cache-Control', 'no-cache');
    for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value);
    const html = (await answer.text()).replaceAll(noncePlaceholder, nonce);
    return new Response(html, { status: answer.status, headers });
  };
}
