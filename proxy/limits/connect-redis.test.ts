import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectRedis } from './connect-redis.ts';
import { StoreUnavailable } from './counter-store.ts';

/* What a real Redis does is tested by `npm run test:scale`; here is what it does not do. */

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** Answers 1 to every script and OK to everything else, until it is told to be silent. */
async function fakeRedis() {
  const state = { isSilent: false, connections: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      if (state.isSilent) return;
      for (const [, command] of bytes.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g))
        socket.write(command === 'EVAL' ? ':1\r\n' : '+OK\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  closers.push(close);
  return { state, close, url: `redis://:hunter2secret@127.0.0.1:${port}` };
}

test.each([
  'http://127.0.0.1',
  '127.0.0.1:6379',
  'redis://',
  'redis://:%zz@127.0.0.1',
  'redis://127.0.0.1/counts',
])('%s is not an address of a Redis', async (url) => {
  const redis = await connectRedis(url, () => undefined);
  expect(redis.ok ? '' : redis.fault.message).toContain('REDIS_URL: is not an address');
});

test('a Redis that is not there is told by where it was looked for, without the password', async () => {
  const { url, close } = await fakeRedis();
  close();
  const redis = await connectRedis(url, () => undefined);
  const message = redis.ok ? '' : redis.fault.message;
  expect(message).toBe(
    `REDIS_URL: there is no Redis to be had at 127.0.0.1:${new URL(url).port} (ECONNREFUSED).`,
  );
});

test('one that says nothing at the start is not waited for', async () => {
  const { url, state } = await fakeRedis();
  state.isSilent = true;
  const redis = await connectRedis(url, () => undefined, { start: 30, command: 30, startOver: 60 });
  expect(redis.ok ? '' : redis.fault.message).toContain('(no answer in 30 ms)');
});

test('one that falls silent is left after a command’s time, later tried on a new connection, and told of once', async () => {
  const { url, state } = await fakeRedis();
  const said: string[] = [];
  const redis = await connectRedis(url, (line) => void said.push(line), {
    start: 1000,
    command: 30,
    startOver: 60,
  });
  if (!redis.ok) throw new Error(redis.fault.message);
  const run = () => redis.value('return 1', 'key', []);
  expect(await run()).toBe(1);
  state.isSilent = true;
  await expect(run()).rejects.toThrow(StoreUnavailable);
  const before = state.connections;
  await expect
    .poll(async () => (await run().catch(() => undefined), state.connections))
    .toBeGreaterThan(before);
  state.isSilent = false;
  await expect.poll(() => run().catch(() => undefined), { timeout: 5000 }).toBe(1);
  const { host } = new URL(url);
  expect(said).toEqual([
    `REDIS_URL: ${host} is away (no answer in 30 ms); requests for models are answered with 503.`,
    `REDIS_URL: ${host} is back.`,
  ]);
});
