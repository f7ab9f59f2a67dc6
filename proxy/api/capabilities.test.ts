import { serve, type ServerType } from '@hono/node-server';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { capabilities as schema } from '../../shared/wire/capabilities.ts';
import type { Encoder } from '../../src/core/tokens/encoder.ts';
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { createApp } from '../app.ts';
import { memoryStore } from '../limits/counter-store.ts';
import { createLimits } from '../limits/limits.ts';
import { refusal } from '../openai/errors.ts';
import { capabilityStore } from '../probe/capability-store.ts';
import { fakeModel, type Oddities } from '../probe/testing/fake-model.ts';
import { appParts } from '../testing/app-parts.ts';
import { combineUpstreams } from '../upstreams/combine.ts';
import { farKey, farServer } from '../upstreams/compatible/testing/far-server.ts';
import { embeddedUpstream } from '../upstreams/embedded/embedded.ts';
import type { Upstream } from '../upstreams/upstream.ts';

const embedded = embeddedUpstream({
  ids: ['trigram', 'tiny'],
  read: (id, name) => readFile(new URL(`../../public/models/${id}/${name}`, import.meta.url)),
  now: () => 1_700_000_000_000,
  random: () => 7,
});

let encoder: Encoder;
let server: ServerType;
let origin: string;

beforeAll(async () => {
  encoder = await loadEncoder('cl100k_base');
  server = serve({
    fetch: createApp(appParts({ upstream: embedded })).fetch,
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A server with a made-up one behind it, a clock, and a count of the questions that reach it. */
async function behind(odd: Oddities = {}) {
  const far = await fakeModel(encoder, odd);
  closers.push(far.close);
  const clock = { time: 0 };
  const signals: AbortSignal[] = [];
  const counted: Upstream = {
    ...far.upstream,
    send(endpoint, body, signal) {
      signals.push(signal);
      return far.upstream.send(endpoint, body, signal);
    },
  };
  const upstream = combineUpstreams(embedded, new Map([['far', counted]]));
  const capabilities = capabilityStore({ upstream, now: () => clock.time, loadEncoder });
  const app = createApp(appParts({ upstream, capabilities }));
  const ask = (query: string, init?: RequestInit) =>
    app.request(`http://localhost/api/capabilities?${query}`, init);
  return { app, ask, clock, signals };
}

test.each([
  ['trigram', 2],
  ['tiny', 256],
])('%s over HTTP: everything is found', async (model, contextLength) => {
  const answer = await fetch(`${origin}/api/capabilities?model=${model}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const told: unknown = await answer.json();
  expect(v.parse(schema, told)).toEqual(told);
  expect(told).toMatchObject({
    model,
    endpoints: { completions: true, chat: true },
    topLogprobs: { completions: 1000, chat: 1000 },
    logprobsAfter: { temperature: false, bias: false },
    logitBias: true,
    prefill: true,
    echo: true,
    promptIds: true,
    ids: true,
    seed: true,
    tokenizer: 'r50k_base',
    vocabularySize: 50257,
    contextLength,
    refused: [],
  });
});

test.each([
  ['', 'model: a name of GET /v1/models is accepted, as in /api/capabilities?model=tiny.'],
  ['model=', 'model: a name of GET /v1/models is accepted, as in /api/capabilities?model=tiny.'],
  ['model=tiny&refresh=yes', 'refresh: only 1 is accepted, which probes anew.'],
])('"?%s" is refused by the name of what is wrong', async (query, message) => {
  const answer = await fetch(`${origin}/api/capabilities?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toMatchObject({ error: { message, code: 'invalid_value' } });
});

test.each(['gpt-9', 'nowhere/gpt-9'])('there is no model %s: 404', async (model) => {
  const answer = await fetch(`${origin}/api/capabilities?model=${encodeURIComponent(model)}`);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { param: 'model', code: 'model_not_found' } });
});

test('a page of another origin may not ask', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  expect((await fetch(`${origin}/api/capabilities?model=trigram`, { headers })).status).toBe(403);
});

test('what was found is kept for an hour; refresh=1 finds it anew', async () => {
  const { ask, clock, signals } = await behind();
  const first: unknown = await (await ask('model=far/m')).json();
  const once = signals.length;
  clock.time = 3_599_999;
  expect(await (await ask('model=far/m')).json()).toEqual(first);
  expect(signals).toHaveLength(once);
  expect(await (await ask('model=far/m&refresh=1')).json()).toMatchObject({ probedAt: 3_599_999 });
  expect(signals).toHaveLength(2 * once);
  clock.time += 3_600_000;
  await ask('model=far/m');
  expect(signals).toHaveLength(3 * once);
});

test('what a model refuses later is told without a new probe; refresh=1 tries it again', async () => {
  const { app, ask, signals } = await behind({ refuses: ['top_p'] });
  expect(await (await ask('model=far/m')).json()).toMatchObject({ refused: [] });
  const body = JSON.stringify({ model: 'far/m', prompt: 'a', top_p: 0.5 });
  const answer = await app.request('http://localhost/v1/completions', { method: 'POST', body });
  expect(answer.headers.get('x-tokenscope-dropped')).toBe('top_p');
  const before = signals.length;
  expect(await (await ask('model=far/m')).json()).toMatchObject({ refused: ['top_p'] });
  expect(signals).toHaveLength(before);
  // A probe never sends it.
  expect(await (await ask('model=far/m&refresh=1')).json()).toMatchObject({ refused: [] });
});

test('an upstream that is away is 502, and nothing is kept; no host and no key is told', async () => {
  let isAway = true;
  const far = await farServer((_, response) =>
    isAway ? response.destroy() : response.end('{"choices":[{"text":"a"}]}'),
  );
  closers.push(far.close);
  const upstream = combineUpstreams(embedded, new Map([['far', far.upstream]]));
  const app = createApp(appParts({ upstream }));
  const ask = () => app.request('http://localhost/api/capabilities?model=far/m');
  const away = await ask();
  expect(away.status).toBe(502);
  const text = await away.text();
  expect(JSON.parse(text)).toMatchObject({ error: { type: 'upstream_error', code: 'unreachable' } });
  isAway = false;
  const here = await ask();
  expect(here.status).toBe(200);
  for (const told of [text, await here.text()]) {
    expect(told).not.toContain('127.0.0.1');
    expect(told).not.toContain(farKey);
  }
});

test('who asks at the same time shares one probe, which goes on when one of them leaves', async () => {
  const { ask, signals } = await behind();
  const leaver = new AbortController();
  const left = ask('model=far/m', { signal: leaver.signal });
  const stays = ask('model=far/m');
  await expect.poll(() => signals.length).toBeGreaterThan(2);
  leaver.abort();
  expect((await left).status).toBe(499);
  expect((await stays).status).toBe(200);
  const { cost } = v.parse(schema, await (await stays).clone().json());
  expect(signals).toHaveLength(cost.calls);
});

test('when all have left the probe ends at once, and the next asker begins a new one', async () => {
  const { ask, signals } = await behind();
  const leaver = new AbortController();
  const left = ask('model=far/m', { signal: leaver.signal });
  await expect.poll(() => signals.length).toBeGreaterThan(2);
  leaver.abort();
  const next = ask('model=far/m');
  expect((await left).status).toBe(499);
  expect(signals[0]!.aborted).toBe(true);
  expect((await next).status).toBe(200);
});

test('a probe takes its tokens from the day’s, and none when there are none left', async () => {
  const settings = { requestsPerMinute: 1000, concurrent: 1, tokensPerDay: 2100, tokensPerDayInAll: 1e9 };
  const limits = createLimits(
    settings,
    memoryStore(() => 0),
    () => 0,
  );
  const app = createApp(appParts({ upstream: embedded, limits }));
  const ask = (query: string) => app.request(`http://localhost/api/capabilities?model=trigram${query}`);
  const { cost } = v.parse(schema, await (await ask('')).json());
  expect(cost.tokens).toBeGreaterThan(100);
  // 2000 are taken first, of which what it did not cost came back: now there are fewer than 2000.
  const refused = await ask('&refresh=1');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ error: { code: 'budget' } });
  // What is known costs nothing.
  expect((await ask('')).status).toBe(200);
});

test('an upstream’s 429 is passed on with the time to wait', async () => {
  const busy: Upstream = {
    models: async () => [],
    async send() {
      const answer = refusal(429, { message: 'busy', type: 'rate_limit_error' });
      answer.headers.set('Retry-After', '7');
      return answer;
    },
  };
  const app = createApp(appParts({ upstream: busy }));
  const answer = await app.request('http://localhost/api/capabilities?model=m');
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('7');
});
