import type { Hono } from 'hono';
import * as v from 'valibot';
import { version } from '../../package.json';
import { fault, type Result } from '../../shared/fault.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { clientOf } from '../guards/client-of.ts';
import { memoryStore } from '../limits/counter-store.ts';
import { createLimits } from '../limits/limits.ts';
import { capabilityStore } from '../probe/capability-store.ts';
import { readSettings } from '../settings.ts';
import { combineUpstreams } from '../upstreams/combine.ts';
import { compatibleUpstream } from '../upstreams/compatible/compatible.ts';
import { assetsPage, type Assets } from './assets-page.ts';
import { noModels } from './no-models.ts';

const assets = v.custom<Assets>(
  (value) => typeof value === 'object' && value !== null && 'fetch' in value,
  'a binding of assets',
);
const bindings = v.object({
  CONFIG: v.optional(v.string()),
  /** Says that no token is wanted, as `--open` does elsewhere. */
  OPEN: v.optional(v.literal('yes')),
  ASSETS: v.optional(assets),
});

/**
 * The server from the bindings of a Worker: what a server reads from its environment comes as variables and secrets of the same
 * names, tokenscope.config.json as the text of CONFIG, the built page as ASSETS. Requests do not share answers: there a request
 * may not wait for what another one has begun.
 */
export function appFrom(env: Readonly<Record<string, unknown>>): Result<Hono> {
  const bound = v.safeParse(bindings, env);
  if (!bound.success) {
    const [issue] = bound.issues;
    return refused(`${v.getDotPath(issue)}: ${issue.message}`);
  }
  const { CONFIG, ASSETS, OPEN } = bound.output;
  const texts = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const settings = readSettings({ LOG: 'json', ...texts, HOST: undefined });
  if (!settings.ok) return settings;
  const { hosts, accessToken, log, redisUrl } = settings.value;
  if (accessToken === undefined && OPEN === undefined) {
    return refused('Set the secret ACCESS_TOKEN, which clients have to give, or the variable OPEN to "yes".');
  }
  const config = readConfig(CONFIG, texts);
  if (!config.ok) return config;
  const { upstreams, timeouts, limits, cache, trustProxy } = config.value;
  if (redisUrl !== undefined || cache !== undefined || trustProxy)
    return refused('A Worker has no use for REDIS_URL, cache and trustProxy: leave them out.');
  const others = upstreams.map((each) => [each.name, compatibleUpstream(each, timeouts, fetch)] as const);
  const upstream = combineUpstreams(noModels, new Map(others));
  const app = createApp({
    page: ASSETS === undefined ? (c) => c.text('Not found\n', 404) : assetsPage(ASSETS, createNonce),
    version,
    upstream,
    // Without the vocabularies, which would be most of the Worker.
    capabilities: capabilityStore({ upstream, now: Date.now, mayShare: false }),
    hosts,
    limits: createLimits(limits, memoryStore(Date.now), Date.now),
    // Cloudflare writes it over what the client sends.
    clientOf: clientOf((c) => c.req.header('cf-connecting-ip'), false),
    accessToken,
    log: log === 'json' ? (line) => console.log(line) : undefined,
  });
  return { ok: true, value: app };
}

function refused(message: string): Result<Hono> {
  return { ok: false, fault: fault('out-of-range', message) };
}

function createNonce(): string {
  return btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(16))));
}
