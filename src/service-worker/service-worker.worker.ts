import { chooseStrategy } from './choose-strategy.ts';

declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: see scripts/build/list-site.ts. Paths are relative to the page. */
declare const __SITE__: {
  readonly build: string;
  readonly install: readonly string[];
  readonly hashed: readonly string[];
};

const prefix = 'tokenscope-';
const cacheName = prefix + __SITE__.build;
const scope = self.registration.scope;
const hashed: ReadonlySet<string> = new Set(__SITE__.hashed);

/*
 * One cache a build, filled as a whole or not at all: the page in it and the files that it names always belong
 * together. A new build waits until the last page of the old one is closed (there is no skipWaiting), so a page
 * never loses the files that it has still to load.
 */
self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const partial = request.headers.has('range');
  const asked = { method: request.method, url: request.url, mode: request.mode, partial };
  const strategy = chooseStrategy(asked, scope, hashed);
  if (strategy === 'page') event.respondWith(page(request));
  if (strategy === 'kept') event.respondWith(kept(request));
  if (strategy === 'fresh') event.respondWith(fresh(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(__SITE__.install.map((path) => installFile(cache, path)));
}

async function installFile(cache: Cache, path: string): Promise<void> {
  const address = new URL(path, scope).href;
  if (hashed.has(path)) {
    const earlier = await caches.match(address, { ignoreVary: true });
    if (earlier !== undefined) return cache.put(address, earlier);
  }
  // What has no hash in its name may be an older build's in the browser's own cache.
  const response = await fetch(address, { cache: hashed.has(path) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(address, response);
}

/** Takes over what older builds kept on first use and is still valid, then removes them. */
async function activate(): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (!hashed.has(request.url.slice(scope.length))) continue;
      const response = await old.match(request);
      if (response !== undefined) await cache.put(request, response);
    }
    await caches.delete(name);
  }
  await self.clients.claim();
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    return (await find(scope)) ?? Promise.reject(error);
  }
}

async function kept(request: Request): Promise<Response> {
  return (await find(request.url)) ?? fetchAndKeep(request);
}

async function fresh(request: Request): Promise<Response> {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    return (await find(request.url)) ?? Promise.reject(error);
  }
}

async function find(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  // A kept body is already unpacked, so how it was packed on the way does not matter.
  return cache.match(address, { ignoreVary: true, ignoreSearch: address === scope });
}

async function fetchAndKeep(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(cacheName);
    // A full disk must not cost the answer that is already here.
    await cache.put(request.url, response.clone()).catch(() => undefined);
  }
  return response;
}
