import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import { appParts } from './testing/app-parts.ts';
import { contentType } from './site/content-type.ts';
import { serveSite } from './site/serve-site.ts';
import type { SiteFile } from './site/site.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function file(path: string, immutable: boolean): SiteFile {
  return {
    type: contentType(path),
    immutable,
    hash: 'abc',
    bodies: new Map([
      ['identity', bytes('the plain script')],
      ['br', bytes('small')],
    ]),
  };
}

let nonces = 0;
const app = createApp(
  appParts({
    page: serveSite(
      {
        index: '<meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>',
        files: new Map([
          ['/assets/index-3f9a1c2b.js', file('/assets/index-3f9a1c2b.js', true)],
          ['/models/trigram/manifest.json', file('/models/trigram/manifest.json', false)],
          ['/a name.txt', file('/a name.txt', false)],
        ]),
      },
      () => `nonce${(nonces += 1)}`,
    ),
    version: '1.2.3',
  }),
);

test('/healthz says that the server runs, and which version', async () => {
  const response = await app.request('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' });
});

test('a hashed asset is sent packed, and kept for a year', async () => {
  const response = await app.request('/assets/index-3f9a1c2b.js', {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(await response.text()).toBe('small');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-length': '5',
    'content-type': 'text/javascript; charset=utf-8',
    etag: '"abc-br"',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
});

test('a program that takes no packing gets the plain file', async () => {
  const response = await app.request('/assets/index-3f9a1c2b.js');
  expect(await response.text()).toBe('the plain script');
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(response.headers.get('etag')).toBe('"abc-identity"');
});

test('a file without a hash in its name is asked about each time, and 304 spares sending it', async () => {
  const path = '/models/trigram/manifest.json';
  const first = await app.request(path);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  for (const tag of ['"abc-identity"', 'W/"abc-identity"', '"other", "abc-identity"', '*']) {
    const second = await app.request(path, { headers: { 'if-none-match': tag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  }
  const stale = await app.request(path, { headers: { 'if-none-match': '"old-identity"' } });
  expect(stale.status).toBe(200);
});

test('HEAD has the headers of GET and no body', async () => {
  const response = await app.request('/assets/index-3f9a1c2b.js', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('16');
  expect(await response.text()).toBe('');
});

test('each page has a nonce of its own, the same in its text and in its policy', async () => {
  const [one, two] = await Promise.all([app.request('/'), app.request('/')]);
  for (const response of [one, two]) {
    const nonce = /content="(nonce\d+)"/.exec(await response.text())?.[1];
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('etag')).toBeNull();
  }
  expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'));
});

test('the policy allows no inline script and no other origin, on every answer', async () => {
  for (const path of ['/', '/assets/index-3f9a1c2b.js', '/healthz', '/nothing.png']) {
    const policy = (await app.request(path)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});

test.each(['/', '/index.html', '/tokens', '/labs/eras', '/tokens/', '/%E8%AA%9E'])(
  '%s is a route: the page answers',
  async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<p>page</p>');
  },
);

test.each(['/nothing.js', '/assets/old', '/models/none/manifest.json', '/api/v1', '/.vite/manifest.json'])(
  '%s is a missing file: 404',
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/%2e%2e%5cx.txt',
])('no path climbs out of the site: %s', async (path) => {
  expect((await app.request(path)).status).toBe(404);
});

test('a path that is no UTF-8 is a bad request', async () => {
  expect((await app.request('/%ff%fe')).status).toBe(400);
});

test('an encoded name finds its file', async () => {
  expect((await app.request('/a%20name.txt')).status).toBe(200);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
  const response = await app.request('/', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});
