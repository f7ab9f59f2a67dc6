import { serve, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Result } from '../shared/fault.ts';
import { createApp } from './app.ts';
import { loadConfig } from './config/load-config.ts';
import { loadEncoder } from '../src/core/tokens/load-encoder.ts';
import { explainListenError } from './explain-listen-error.ts';
import { clientOf } from './guards/client-of.ts';
import { connectRedis } from './limits/connect-redis.ts';
import { memoryStore, type CounterStore } from './limits/counter-store.ts';
import { createLimits, keepEvery } from './limits/limits.ts';
import { redisStore } from './limits/redis-store.ts';
import { capabilityStore } from './probe/capability-store.ts';
import type { Settings } from './settings.ts';
import { answerCache } from './sharing/answer-cache.ts';
import { shareAnswers } from './sharing/share-answers.ts';
import { readSite } from './site/read-site.ts';
import { serveSite } from './site/serve-site.ts';
import { combineUpstreams } from './upstreams/combine.ts';
import { compatibleUpstream } from './upstreams/compatible/compatible.ts';
import { embeddedUpstream } from './upstreams/embedded/embedded.ts';

/** Those under public/models. */
const bundledModels = ['tiny', 'trigram'];

/** Where the build puts the page. */
const builtPage = new URL('../dist', import.meta.url);

/** Serves the built page until a signal; a start that fails sets the exit code and says why. */
export async function listen(
  { port, host, hosts, accessToken, redisUrl, log }: Settings,
  folder: URL = builtPage,
): Promise<void> {
  const site = await readSite(fileURLToPath(folder)).catch(() => undefined);
  if (site === undefined)
    return stop('There is no built page in dist/: run `npm run build` first, or `npm start`.');
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const version = versionOf(manifest);
  const config = await loadConfig(new URL('../', import.meta.url), process.env);
  if (!config.ok) return stop(config.fault.message);
  const { upstreams, timeouts, limits, cache, trustProxy } = config.value;
  const store = await storeAt(redisUrl);
  if (!store.ok) return stop(store.fault.message);
  const counted = createLimits(limits, store.value, Date.now);
  setInterval(() => void counted.keepPlaces(), keepEvery).unref();
  const embedded = embeddedUpstream({
    ids: bundledModels,
    read: (id, name) => readFile(new URL(`../public/models/${id}/${name}`, import.meta.url)),
    now: Date.now,
    random: () => randomInt(2 ** 32),
  });
  const others = upstreams.map((each) => [each.name, compatibleUpstream(each, timeouts, fetch)] as const);
  const upstream = combineUpstreams(embedded, new Map(others));
  const app = createApp({
    page: serveSite(site, () => randomBytes(16).toString('base64')),
    version,
    upstream: shareAnswers(upstream, cache && answerCache(cache, Date.now)),
    capabilities: capabilityStore({ upstream, now: Date.now, loadEncoder }),
    hosts,
    limits: counted,
    clientOf: clientOf((c) => getConnInfo(c).remote.address, trustProxy),
    accessToken,
    log: log === 'json' ? (line) => void process.stdout.write(`${line}\n`) : undefined,
  });
  const serverOptions = {
    // Node closes what takes longer, with 408.
    requestTimeout: timeouts.request,
    headersTimeout: timeouts.request,
    connectionsCheckingInterval: Math.ceil(timeouts.request / 4),
  };
  const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions }, (address) => {
    const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
    console.log(`Tokenscope ${version} is at http://${shown}:${address.port} (Ctrl+C stops it)`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => stop(explainListenError(error, { port, host })));
  closeOnSignal(server);
}

/** Counts in this process, or in the Redis that several servers share. */
async function storeAt(redisUrl: string | undefined): Promise<Result<CounterStore>> {
  if (redisUrl === undefined) return { ok: true, value: memoryStore(Date.now) };
  const connected = await connectRedis(redisUrl, (line) => console.error(line));
  return connected.ok ? { ok: true, value: redisStore(connected.value) } : connected;
}

/** Lets running answers end, then goes; a second signal or two seconds of waiting ends it at once. */
function closeOnSignal(server: ServerType): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(0);
    closing = true;
    server.close(() => process.exit(0));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), 2000).unref();
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

function versionOf(manifest: unknown): string {
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return typeof version === 'string' ? version : '0.0.0';
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
