import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectRedis } from '../../limits/connect-redis.ts';
import { redisStore } from '../../limits/redis-store.ts';
import { startServer } from '../server-process.ts';
import { startHeldUpstream } from './held-upstream.ts';
import { password, startRedis } from './redis-process.ts';

/* Two servers in processes of their own, which share a real Redis. Clients are told apart as behind a reverse proxy. */

type Server = Awaited<ReturnType<typeof startServer>>;

let redis: Awaited<ReturnType<typeof startRedis>>;
let upstream: Awaited<ReturnType<typeof startHeldUpstream>>;
let one: Server;
let two: Server;
/** Everything that any of them wrote. */
const said: (readonly string[])[] = [];

async function start(): Promise<Server> {
  const server = await startServer(
    {
      upstreams: [{ name: 'far', baseUrl: upstream.baseUrl, models: ['m'] }],
      limits: { requestsPerMinute: 6, concurrent: 3, tokensPerDay: 100, tokensPerDayInAll: 500 },
      trustProxy: true,
    },
    { REDIS_URL: redis.url },
  );
  said.push(server.said);
  return server;
}

beforeAll(async () => {
  redis = await startRedis();
  console.log(`redis-server ${redis.version}`);
  upstream = await startHeldUpstream();
  [one, two] = await Promise.all([start(), start()]);
});

afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  upstream.close();
  await redis.remove();
});

async function ask(server: Server, client: string, more: object = {}) {
  const response = await fetch(`${server.origin}/v1/completions`, {
    method: 'POST',
    headers: { 'X-Forwarded-For': client },
    body: JSON.stringify({ model: 'far/m', prompt: 'Once', max_tokens: 1, ...more }),
  });
  const { error } = (await response.json()) as { error?: { code: string; message: string } };
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return { status: response.status, code: error?.code, message: error?.message, retryAfter };
}

const statuses = (answers: readonly { readonly status: number }[]) => {
  const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
  return { let: count(200), refused: count(429) };
};

test('six requests a minute hold across both, one by one: the seventh is refused whichever is asked', async () => {
  for (const server of [one, two, one, two, two, one])
    expect(await ask(server, '192.0.2.1')).toMatchObject({ status: 200 });
  for (const server of [one, two]) {
    const refused = await ask(server, '192.0.2.1');
    expect(refused).toMatchObject({
      status: 429,
      code: 'rate',
      message: 'Too many requests: 6 a minute are accepted.',
    });
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.retryAfter).toBeLessThanOrEqual(120);
  }
  expect(await ask(two, '192.0.2.2')).toMatchObject({ status: 200 });
});

test('and all at once: of forty, half to each, six are let in', async () => {
  const all = Array.from({ length: 40 }, (_, n) =>
    ask(n % 2 === 0 ? one : two, '192.0.2.3', { prompt: `Once ${n}` }),
  );
  // A request that is let in may still find three others under way.
  const answers = await Promise.all(all);
  const byRate = answers.filter(({ code }) => code === 'rate').length;
  expect(answers.length - byRate).toBe(6);
});

test('three at the same time hold across both; who is answered makes room', async () => {
  const running = [one, two, one].map((server) => ask(server, '192.0.2.4', { prompt: 'hold' }));
  await expect.poll(() => upstream.holding()).toBe(3);
  for (const server of [one, two])
    expect(await ask(server, '192.0.2.4')).toMatchObject({ status: 429, code: 'concurrency', retryAfter: 1 });
  upstream.release();
  expect(statuses(await Promise.all(running))).toEqual({ let: 3, refused: 0 });
  expect(await ask(two, '192.0.2.4')).toMatchObject({ status: 200 });
});

test('a hundred tokens a day hold across both; what was not made is given back', async () => {
  const client = '192.0.2.5';
  // 100 asked for and 60 made; then 30: 90.
  expect(await ask(one, client, { max_tokens: 100, made: 60 })).toMatchObject({ status: 200 });
  expect(await ask(two, client, { max_tokens: 30 })).toMatchObject({ status: 200 });
  for (const server of [one, two]) {
    const refused = await ask(server, client, { max_tokens: 11 });
    expect(refused).toMatchObject({ status: 429, code: 'budget' });
    expect(refused.message).toContain('100');
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.retryAfter).toBeLessThanOrEqual(86_400);
  }
  expect(await ask(one, client, { max_tokens: 10 })).toMatchObject({ status: 200 });
});

test('the day of all holds across both: who comes last is refused, at either', async () => {
  let taken = 0;
  for (let n = 0; ; n++) {
    const answer = await ask(n % 2 === 0 ? one : two, `198.51.100.${n}`, { max_tokens: 90 });
    if (answer.status === 429) {
      expect(answer.message).toContain('500');
      break;
    }
    taken += 90;
  }
  // What the tests before took is less than 140: 6 + 1 + 6 + 3 + 1 + 100 = 117, and 4 × 90 = 360 fit beside it.
  expect(taken).toBe(360);
  expect(await ask(two, '198.51.100.99', { max_tokens: 90 })).toMatchObject({ code: 'budget' });
});

test('counts survive the restart of one', async () => {
  const client = '192.0.2.6';
  for (let n = 0; n < 6; n++) expect(await ask(one, client)).toMatchObject({ status: 200 });
  await one.stop();
  one = await start();
  expect(await ask(one, client)).toMatchObject({ status: 429, code: 'rate' });
});

test('a server that dies keeps its places no longer than they live', async () => {
  const connected = await connectRedis(redis.url, () => undefined);
  if (!connected.ok) throw new Error(connected.fault.message);
  const store = redisStore(connected.value);
  expect(await store.hold('places:test', 'dead', 500)).toBe(1);
  expect(await store.hold('places:test', 'alive', 60_000)).toBe(2);
  await expect.poll(() => store.hold('places:test', 'alive', 60_000)).toBe(1);
  await store.release('places:test', 'alive');
  // A count lives from its beginning, however often it is added to.
  expect(await store.add('count:test', 2, 500)).toBe(2);
  expect(await store.add('count:test', 3, 500)).toBe(5);
  await expect.poll(() => store.add('count:test', 0, 500)).toBe(0);
});

test('a Redis that is silent: 503 within two seconds each, and on it goes when it speaks again', async () => {
  redis.pause();
  const before = performance.now();
  for (const server of [one, two])
    expect(await ask(server, '192.0.2.7')).toEqual({
      status: 503,
      code: 'limits_unavailable',
      message: 'The limits cannot be checked just now.',
      retryAfter: 5,
    });
  expect(performance.now() - before).toBeLessThan(4000);
  redis.resume();
  for (const server of [one, two])
    await expect.poll(async () => (await ask(server, '192.0.2.7')).status, { timeout: 10_000 }).toBe(200);
});

test('a Redis that is killed: 503 for the models, the page goes on, and so does what was let in', async () => {
  const running = ask(two, '192.0.2.8', { prompt: 'hold' });
  await expect.poll(() => upstream.holding()).toBe(1);
  await redis.kill();
  for (const server of [one, two]) {
    const before = performance.now();
    expect(await ask(server, '192.0.2.9')).toMatchObject({
      status: 503,
      code: 'limits_unavailable',
      retryAfter: 5,
    });
    expect(performance.now() - before).toBeLessThan(2000);
    for (const path of ['/', '/healthz']) expect((await fetch(`${server.origin}${path}`)).status).toBe(200);
  }
  upstream.release();
  expect(await running).toMatchObject({ status: 200 });
  await expect(start()).rejects.toThrow(/REDIS_URL: there is no Redis to be had at 127\.0\.0\.1:\d+/);

  await redis.startAgain();
  for (const server of [one, two])
    await expect.poll(async () => (await ask(server, '192.0.2.9')).status, { timeout: 10_000 }).toBe(200);
  // It has forgotten, and counts anew: two so far, and four.
  const more = [one, two, one, two, one, two];
  const answers = [];
  for (const server of more) answers.push(await ask(server, '192.0.2.9'));
  expect(statuses(answers)).toEqual({ let: 4, refused: 2 });
});

test('nobody has written the password of the Redis', () => {
  const words = said.flat().join('');
  expect(words).toContain('is away');
  expect(words).toContain('is back');
  expect(words).not.toContain(password);
});
